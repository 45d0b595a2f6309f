import { BackupRefused, digestOf, exists, inspectFile, settle, settleFolder } from "./backup.ts";
import { lockFolder } from "./lock.ts";
import { migrate } from "./migrate.ts";
import { openWriter } from "./native.ts";

export type RestoreReport = {
  /** Where the database that stood here before is kept; null when there was none. */
  kept: string | null;
  /** How many migrations the copy needed. */
  migrated: number;
};

/**
 * Puts a backup in the place of the database, the same way round as it was made: the copy is checked
 * and brought to this program's schema beside the database, and only then takes its place. The old
 * files are kept. Demands the data folder: no server may run on it.
 */
export async function restore(
  { from, folder, database, now }: { from: string; folder: string; database: string; now: string },
): Promise<RestoreReport> {
  using _lock = await lockFolder(folder);
  const copy = `${database}.restoring`;
  try {
    copyWhole(from, copy);
    const migrated = bringForward(copy, now);
    const faults = inspectFile(copy, { now });
    if (faults.length > 0) {
      throw new BackupRefused(`${from} is not sound. 备份有误：${faults.join("; ")}`);
    }
    removeParts(copy);
    settle(copy);
    const kept = keepOld(database, now);
    Deno.renameSync(copy, database);
    settleFolder(database);
    return { kept, migrated };
  } catch (error) {
    if (exists(copy)) Deno.removeSync(copy);
    removeParts(copy);
    throw error;
  }
}

/** The copy is compared, not the original: what was read is what will serve. */
function copyWhole(from: string, copy: string): void {
  if (!exists(from)) throw new BackupRefused(`${from} does not exist. 文件不存在：${from}`);
  if (!exists(`${from}.sha256`)) {
    throw new BackupRefused(
      `${from}.sha256 is missing; it was written beside the backup and is needed to check it. ` +
        `缺少随备份生成的校验文件：${from}.sha256`,
    );
  }
  Deno.copyFileSync(from, copy);
  const [expected] = Deno.readTextFileSync(`${from}.sha256`).split(" ");
  if (digestOf(copy) !== expected) {
    throw new BackupRefused(
      `${from} is not what was written: its digest differs. 备份文件已损坏：${from}`,
    );
  }
  inspectFile(copy, { checked: false });
}

function bringForward(copy: string, now: string): number {
  const connection = openWriter(copy);
  try {
    const migrated = migrate(connection, now);
    connection.exec("pragma wal_checkpoint(truncate)");
    return migrated;
  } finally {
    connection.close();
  }
}

/** A second name first, so that at no instant the database has none and a start would make an empty one. */
function keepOld(database: string, now: string): string | null {
  if (!exists(database)) return null;
  foldIn(database);
  const kept = `${database}.before-${now.replaceAll(/\D/g, "")}`;
  Deno.linkSync(database, kept);
  for (const part of ["-wal", "-shm"]) {
    if (exists(database + part)) Deno.renameSync(database + part, kept + part);
  }
  return kept;
}

/** What the old log holds goes into the old file, if that still can be opened; it moves along if not. */
function foldIn(database: string): void {
  try {
    const connection = openWriter(database);
    connection.exec("pragma wal_checkpoint(truncate)");
    connection.close();
  } catch {
    // A database too damaged to open is kept as it is: it may be the reason for restoring.
  }
}

function removeParts(database: string): void {
  for (const part of ["-wal", "-shm"]) {
    if (exists(database + part)) Deno.removeSync(database + part);
  }
}
