/** Another process owns the data folder. Its words are for the person who started the second one. */
export class FolderTaken extends Error {
  override name = "FolderTaken";
  constructor(readonly folder: string, readonly holder: string) {
    super(
      `${folder} is in use by another Quanyu process${holder}. Stop it first, or set QUANYU_DATA to another folder. ` +
        `数据目录 ${folder} 正被另一个全域进程使用${holder}，请先停止它，或将 QUANYU_DATA 设为其他目录。`,
    );
  }
}

/** The hold on a data folder; the kernel frees it when the process dies, however it dies. */
export type FolderLock = Disposable & { readonly folder: string };

/** Takes the folder for this process, or answers null when somebody else has it. */
export async function tryLockFolder(folder: string): Promise<FolderLock | null> {
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await Deno.open(lockPath(folder), { read: true, write: true, create: true });
  if (!await file.tryLock(true)) {
    file.close();
    return null;
  }
  await file.truncate(0);
  await file.write(new TextEncoder().encode(`${Deno.pid}\n`));
  return { folder, [Symbol.dispose]: () => file.close() };
}

/** As `tryLockFolder`, but a folder that is taken is an error with a sentence. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const lock = await tryLockFolder(folder);
  if (lock) return lock;
  const pid = (await Deno.readTextFile(lockPath(folder))).trim();
  throw new FolderTaken(folder, pid ? ` (pid ${pid})` : "");
}

function lockPath(folder: string): string {
  return `${folder}/writer.lock`;
}
