import { words } from "~/views/_kit/text.ts";

const zh = {
  terminal: "终端",
  noUser: (login: string) => `没有用户 ${login}。`,
  openLink: "打开这个链接设密码，72 小时内只能用一次：",
  programNeedsToken: (login: string) => `接口程序没有密码。发令牌：deno task token ${login}`,
  unknownCommand: (name: string, known: string) => `没有命令 ${name}。有的是：${known}`,
  badArguments: (usage: string) => `用法：${usage}`,
  unreachable: (url: string) =>
    `数据目录正被一个全域进程使用，但在 ${url} 找不到它。把 PORT 和 HOST 设成和它一样，或者先停掉它。`,
  wrongKey: (folder: string) =>
    `在那个端口的是另一个全域，不是用 ${folder} 的这个。把 PORT 设成用这个目录的那个。`,
  restored: (file: string) => `已换成备份 ${file}。`,
  kept: (file: string) => `原来的数据库留在 ${file}。`,
  seeded: (world: string, file: string) => `${world} 已种进 ${file}。`,
  notEmpty: (file: string) =>
    `${file} 里已经有数据，没动它。要种演示数据，先把 QUANYU_DATA 换成新目录，或移走这个文件。`,
  failed: (why: string) => `没做成：${why}`,
};

const en: typeof zh = {
  terminal: "terminal",
  noUser: (login) => `There is no user ${login}.`,
  openLink: "Open this link to set a password; it works once within 72 hours:",
  programNeedsToken: (login) =>
    `An API client has no password. Issue a token: deno task token ${login}`,
  unknownCommand: (name, known) => `There is no command ${name}. There are: ${known}`,
  badArguments: (usage) => `Usage: ${usage}`,
  unreachable: (url) =>
    `A Quanyu process uses this data folder but does not answer at ${url}. Set PORT and HOST as for that process, or stop it first.`,
  wrongKey: (folder) =>
    `Another Quanyu answers on that port, not the one that uses ${folder}. Set PORT to that one's.`,
  restored: (file) => `The backup ${file} is in place.`,
  kept: (file) => `The database that was here is kept as ${file}.`,
  seeded: (world, file) => `${world} is in ${file}.`,
  notEmpty: (file) =>
    `${file} has data already and was left as it is. For demo data set QUANYU_DATA to a new folder, or move this file away.`,
  failed: (why) => `That did not work: ${why}`,
};

/** What the terminal says. */
export const cliWords = words({ zh, en });
