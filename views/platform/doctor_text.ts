import { words } from "~/views/_kit/text.ts";

const zh = {
  deno: (version: string) => `Deno ${version}`,
  otherDeno: (version: string, wanted: string) =>
    `现在是 Deno ${version}，验证过的是 ${wanted}：请运行 npx -y deno@${wanted} task start`,
  built: (path: string) => `${path} 已生成`,
  notBuilt: (path: string) => `缺 ${path}：请运行 deno task build`,
  portFree: (port: number) => `端口 ${port} 空闲`,
  portOurs: (port: number) => `端口 ${port} 上是我们自己的服务`,
  portTaken: (port: number) => `端口 ${port} 被别的程序占用：先停掉它，或换一个 PORT`,
  folderLater: (folder: string) => `${folder} 会在第一次启动时建好`,
  folderOpen: (folder: string) => `${folder} 能被别的用户读到：请运行 chmod 700 ${folder}`,
  folderPrivate: (folder: string) => `${folder} 只有自己能读`,
  space: (freeMb: number) => `剩余 ${freeMb} MB`,
  spaceShort: (freeMb: number, floorMb: number) =>
    `只剩 ${freeMb} MB：要继续写入至少需要 ${floorMb} MB`,
  databaseLater: () => "还没有数据库：第一次启动时会建",
  databaseHeld: () => "数据库在运行中的服务手里：请用 deno task invariants 让它检查",
  schema: (version: number, newest: number) => `数据库结构 ${version}，程序认得到 ${newest}`,
  schemaTooNew: (version: number, newest: number) =>
    `数据库结构 ${version} 比这个程序（${newest}）新：请启动新版程序`,
  databaseSound: () => "数据库文件完好",
  databaseDamaged: (verdict: string) => `数据库已损坏（${verdict}）：请运行 deno task restore FILE`,
  databaseUnreadable: (why: string) => `打不开数据库（${why}）：请运行 deno task restore FILE`,
  backupLater: () => "还没有备份：每晚自动做一份，现在就要可运行 deno task backup FILE",
  backup: (name: string) => `最新备份 ${name}`,
  backupOld: (name: string, days: number) =>
    `最新备份 ${name} 已有 ${days} 天：夜里服务是否在运行？`,
  browser: () => "有 Chromium，可以跑浏览器测试",
  noBrowser: () => "没有 Chromium：浏览器测试会跳过（apt-get install chromium）",
};

const en: typeof zh = {
  deno: (version) => `Deno ${version}`,
  otherDeno: (version, wanted) =>
    `Deno ${version}: proven with ${wanted}; run npx -y deno@${wanted} task start`,
  built: (path) => `${path} is built`,
  notBuilt: (path) => `${path} is missing: run deno task build`,
  portFree: (port) => `port ${port} is free`,
  portOurs: (port) => `our server answers on port ${port}`,
  portTaken: (port) => `port ${port} is taken by another program: stop it, or set PORT`,
  folderLater: (folder) => `${folder} will be made by the first start`,
  folderOpen: (folder) => `${folder} can be read by other users: chmod 700 ${folder}`,
  folderPrivate: (folder) => `${folder} is private`,
  space: (freeMb) => `${freeMb} MB free`,
  spaceShort: (freeMb, floorMb) =>
    `${freeMb} MB free: at least ${floorMb} MB are needed to keep writing`,
  databaseLater: () => "no database yet: the first start makes one",
  databaseHeld: () => "the running server has the database: deno task invariants asks it to check",
  schema: (version, newest) => `schema ${version} of ${newest}`,
  schemaTooNew: (version, newest) =>
    `the database (schema ${version}) is newer than this program (${newest}): start the newer program`,
  databaseSound: () => "the database file is sound",
  databaseDamaged: (verdict) => `the database is damaged (${verdict}): deno task restore FILE`,
  databaseUnreadable: (why) => `the database cannot be opened (${why}): deno task restore FILE`,
  backupLater: () =>
    "no backup yet: the clock makes one every night, deno task backup FILE makes one now",
  backup: (name) => `newest backup ${name}`,
  backupOld: (name, days) => `newest backup ${name}, ${days} days old: is the server up at night?`,
  browser: () => "Chromium is there for the journeys",
  noBrowser: () => "no Chromium: the browser journeys will be skipped (apt-get install chromium)",
};

/** What the doctor says. It says it in both languages: nobody knows yet who is asking. */
export const doctorWords = words({ zh, en });
export type DoctorWords = typeof zh;
