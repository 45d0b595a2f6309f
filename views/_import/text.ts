import { words } from "~/views/_kit/text.ts";

const zh = {
  title: "导入",
  brokenQuotes: "引号没有成对，这一行拆不开。",
  wrongColumns: (wanted: number, found: number) => `应有 ${wanted} 列，这一行有 ${found} 列。`,
  unreadable: "有读不出的字。把文件另存为 UTF-8 再试。",
  brokenDocument: "同一张单的另一行有错，整张单没有导入。",
  inColumn: (column: string, said: string) => `${column}：${said}`,
};

const en: typeof zh = {
  title: "Import",
  brokenQuotes: "The quotes do not close, so the row cannot be cut into cells.",
  wrongColumns: (wanted, found) => `${wanted} columns expected, this row has ${found}.`,
  unreadable: "Some characters cannot be read. Save the file as UTF-8 and try again.",
  brokenDocument: "Another row of the same document is wrong; none of it was imported.",
  inColumn: (column, said) => `${column}: ${said}`,
};

export const importWords = words({ zh, en });
