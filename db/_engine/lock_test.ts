import assert from "node:assert/strict";
import { FolderTaken, FolderUnusable, lockFolder, tryLockFolder } from "./lock.ts";

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await use(`${folder}/data`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function otherProcess(folder: string) {
  const script = new URL("lock_fixture.ts", import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", script, folder],
    stdout: "piped",
  }).spawn();
  const output = child.stdout.getReader();
  const { value } = await output.read();
  return {
    said: new TextDecoder().decode(value).trim(),
    pid: child.pid,
    async kill() {
      try {
        child.kill("SIGKILL");
      } catch { /* it has ended by itself */ }
      await child.status;
      await output.cancel();
    },
  };
}

Deno.test("tryLockFolder() makes the folder and takes it once", () =>
  inFolder(async (folder) => {
    using _first = (await tryLockFolder(folder))!;
    assert.equal(await tryLockFolder(folder), null);
    const other = await otherProcess(folder);
    assert.equal(other.said, "refused");
    await other.kill();
  }));

Deno.test("a folder is free again after its lock is disposed", () =>
  inFolder(async (folder) => {
    (await lockFolder(folder))[Symbol.dispose]();
    using again = await lockFolder(folder);
    assert.equal(again.folder, folder);
  }));

Deno.test("lockFolder() says in a sentence who has the folder, and kill -9 frees it", () =>
  inFolder(async (folder) => {
    const other = await otherProcess(folder);
    assert.equal(other.said, "taken");
    await assert.rejects(lockFolder(folder), (error: unknown) => {
      assert.ok(error instanceof FolderTaken);
      assert.ok(error.message.includes(`${folder} is in use`));
      assert.ok(error.message.includes(`(pid ${other.pid})`));
      assert.ok(error.message.includes("正被另一个全域进程使用"));
      return true;
    });
    await other.kill();
    using mine = await lockFolder(folder);
    assert.equal(await Deno.readTextFile(`${mine.folder}/writer.lock`), `${Deno.pid}\n`);
  }));

Deno.test("tryLockFolder() says in a sentence why a folder will not do, in both languages", () =>
  inFolder(async (folder) => {
    const file = folder.replace(/data$/, "a_file");
    await Deno.writeTextFile(file, "");
    const unusable: [string, RegExp][] = [
      [`${folder}/deep/er`, /should lie in does not exist.*上级目录不存在/],
      ["/proc/quanyu", /should lie in does not exist/],
      [file, /no folder that this user may write.*不是当前用户能写的目录/],
      [`${file}/data`, /no folder that this user may write/],
    ];
    for (const [path, sentence] of unusable) {
      await assert.rejects(tryLockFolder(path), (error: unknown) => {
        assert.ok(error instanceof FolderUnusable, String(error));
        assert.ok(error.message.includes(path));
        assert.match(error.message, sentence);
        return true;
      });
    }
  }));
