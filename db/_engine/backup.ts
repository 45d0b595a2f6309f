import { createHash } from "node:crypto";
import type { Engine } from "./engine.ts";
import { faultsOf, inspect } from "./inspect.ts";
import { inWorker } from "./in_worker.ts";
import { Connection } from "./native.ts";
import { recordUpkeep } from "./upkeep.ts";

/** A backup that cannot be made or must not be used, in words. */
export class BackupRefused extends Error {
  override name = "BackupRefused";
}

export type BackupReport = {
  file: string;
  bytes: number;
  sha256: string;
  /** What the invariants and the audit chain object to: the copy is kept, the database wants help. */
  faults: string[];
};

/** A consistent copy while the engine serves: made and checked in a worker, noted in `upkeep`. */
export async function backup(engine: Engine, file: string): Promise<BackupReport> {
  const request = { job: "backup", path: engine.path, file, now: engine.seams.now() } as const;
  try {
    const report = await inWorker<BackupReport>(request);
    await recordUpkeep(engine, "backup", report.faults.length === 0, report);
    return report;
  } catch (error) {
    await recordUpkeep(engine, "backup", false, { file, faults: [String(error)] });
    throw error;
  }
}

/**
 * Copies the database at `path` into `file` on a connection that does nothing else, and checks the
 * copy. The digest stands beside it in the format of sha256sum: SQLite has none of its own, so a
 * flipped byte in a text would pass every other check. `checked: false` is for an older schema,
 * which the invariants of this program do not know.
 */
export function writeBackup(
  { path, file, now, checked = true }: {
    path: string;
    file: string;
    now?: string;
    checked?: boolean;
  },
): BackupReport {
  if (exists(file)) throw new BackupRefused(`${file} exists already. 文件已存在：${file}`);
  const part = `${file}.part`;
  makePrivate(part);
  copyInto(path, part);
  const faults = inspectFile(part, { now, checked });
  settle(part);
  const sha256 = digestOf(part);
  makePrivate(`${file}.sha256`);
  Deno.writeTextFileSync(`${file}.sha256`, `${sha256}  ${file.split("/").at(-1)}\n`);
  settle(`${file}.sha256`);
  Deno.renameSync(part, file);
  settleFolder(file);
  return { file, bytes: Deno.statSync(file).size, sha256, faults };
}

/** Empty and ours alone before anything stands in it: a copy in a public folder would tell all. */
function makePrivate(file: string): void {
  if (exists(file)) Deno.removeSync(file);
  Deno.openSync(file, { write: true, createNew: true, mode: 0o600 }).close();
}

function copyInto(path: string, part: string): void {
  const connection = new Connection(path);
  try {
    connection.exec("pragma wal_autocheckpoint = 0");
    connection.run("vacuum into ?", [part]);
  } finally {
    connection.close();
  }
}

/** Throws when the file is no sound database; answers what else there is to object to. */
export function inspectFile(
  file: string,
  { now, checked = true }: { now?: string; checked?: boolean } = {},
): string[] {
  const connection = new Connection(file);
  try {
    const [{ integrity_check: verdict }] = connection.all<{ integrity_check: string }>(
      "pragma integrity_check(1)",
    ) as [{ integrity_check: string }];
    if (verdict !== "ok") throw new BackupRefused(`${file} is damaged: ${verdict}`);
    return checked ? faultsOf(inspect(connection, { now })) : [];
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    throw new BackupRefused(`${file} is damaged: ${error}`, { cause: error });
  } finally {
    connection.close();
  }
}

export function digestOf(file: string): string {
  const hash = createHash("sha256");
  const chunk = new Uint8Array(1 << 20);
  using source = Deno.openSync(file);
  for (let read = source.readSync(chunk); read !== null; read = source.readSync(chunk)) {
    hash.update(chunk.subarray(0, read));
  }
  return hash.digest("hex");
}

/** Onto the disk, so that a power cut leaves the whole file or the one before. */
export function settle(file: string): void {
  using opened = Deno.openSync(file, { read: true, write: true });
  opened.syncSync();
}

export function settleFolder(file: string): void {
  using folder = Deno.openSync(file.includes("/") ? file.slice(0, file.lastIndexOf("/") + 1) : ".");
  folder.syncSync();
}

export function exists(file: string): boolean {
  try {
    Deno.lstatSync(file);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
