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

/** The data folder cannot be made or written; its words are for the person who chose it. */
export class FolderUnusable extends Error {
  override name = "FolderUnusable";
  constructor(readonly folder: string, cause: unknown) {
    const isMissing = cause instanceof Deno.errors.NotFound;
    super(
      isMissing
        ? `QUANYU_DATA=${folder}: the folder it should lie in does not exist. Make that one first, or mount its disk. ` +
          `QUANYU_DATA=${folder} 的上级目录不存在，请先建好，或挂上它所在的磁盘。`
        : `QUANYU_DATA=${folder} is no folder that this user may write. Choose another, or give it to this user. ` +
          `QUANYU_DATA=${folder} 不是当前用户能写的目录，请换一个，或把它交给当前用户。`,
      { cause },
    );
  }
}

/** The hold on a data folder; the kernel frees it when the process dies, however it dies. */
export type FolderLock = Disposable & { readonly folder: string };

/** Takes the folder for this process, or answers null when somebody else has it. */
export async function tryLockFolder(folder: string): Promise<FolderLock | null> {
  const file = await openLock(folder);
  if (!await file.tryLock(true)) {
    file.close();
    return null;
  }
  await file.truncate(0);
  await file.write(new TextEncoder().encode(`${Deno.pid}\n`));
  return { folder, [Symbol.dispose]: () => file.close() };
}

/** Only the last folder of the path is made: the others missing means a disk that is not mounted. */
async function openLock(folder: string): Promise<Deno.FsFile> {
  try {
    await Deno.mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
      if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    });
    return await Deno.open(lockPath(folder), { read: true, write: true, create: true });
  } catch (error) {
    throw new FolderUnusable(folder, error);
  }
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
