import { basename, dirname, join, resolve } from "node:path";
import { BadConfig } from "./bad_config.ts";

/**
 * The database's file. It lies in the data folder itself, symlinks resolved: the lock is taken on the
 * folder, so a file elsewhere could have two writers.
 */
export function databaseFile(url: string | undefined, dataFolder: string): string {
  const path = url === undefined ? `${dataFolder}/quanyu.db` : pathOf(url);
  const real = realPath(path);
  if (real === null || dirname(real) !== realPath(dataFolder)) {
    throw new BadConfig(
      `The database ${path} does not lie in QUANYU_DATA (${dataFolder}): two servers could write it. ` +
        `Set QUANYU_DATA to its folder, or QUANYU_DATABASE_URL to file:${dataFolder}/quanyu.db`,
      `数据库 ${path} 不在 QUANYU_DATA（${dataFolder}）里，可能有两个进程同时写它。` +
        `请把 QUANYU_DATA 设为它所在的目录，或把 QUANYU_DATABASE_URL 设为 file:${dataFolder}/quanyu.db`,
    );
  }
  return path;
}

function pathOf(url: string): string {
  if (/^(libsql|https?|wss?):/i.test(url)) {
    throw new BadConfig(
      "QUANYU_DATABASE_URL names a remote database. This version keeps its data in a local file: " +
        "unset it, or set it to a file in QUANYU_DATA",
      "QUANYU_DATABASE_URL 指向远程数据库。这个版本把数据存在本地文件里：" +
        "请不设它，或设为 QUANYU_DATA 里的一个文件",
    );
  }
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(url) ?? [];
  if (scheme !== undefined && scheme !== "file") {
    throw new BadConfig(
      `QUANYU_DATABASE_URL must be a file in QUANYU_DATA; ${scheme}: is no kind of database this can use`,
      `QUANYU_DATABASE_URL 须是 QUANYU_DATA 里的一个文件，用不了 ${scheme}: 这类数据库`,
    );
  }
  return url.replace(/^file:(\/\/)?/, "");
}

/** What a path leads to, the part that is not there yet as it is written; null: a link into nothing. */
function realPath(path: string): string | null {
  const whole = resolve(path);
  if (kindOf(whole) === "missing") {
    const parent = dirname(whole) === whole ? whole : realPath(dirname(whole));
    return parent && join(parent, basename(whole));
  }
  try {
    return Deno.realPathSync(whole);
  } catch {
    return null;
  }
}

function kindOf(path: string): "there" | "missing" {
  try {
    Deno.lstatSync(path);
    return "there";
  } catch {
    return "missing";
  }
}
