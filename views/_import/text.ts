import { words } from "~/views/_kit/text.ts";

type Headed = { zh: readonly string[]; en: readonly string[] };
type Counts = { created: number; changed: number; unchanged: number; refused: number };

const zh = {
  title: "导入",
  kind: "导什么",
  file: "文件",
  fileHint: "CSV，UTF-8 或 GB18030，最大 32 MB。先看会怎样，再决定导不导。",
  look: "看会怎样",
  columns: "认得的列",
  columnsNote: "标 * 的要有，别的可不带：不带的列保持原样。",
  headings: "列名",
  alsoCalled: "也叫",
  outcome: "结果",
  outcomes: { created: "新建", changed: "改动", unchanged: "不变", refused: "不导" },
  line: "行",
  key: "编码",
  reason: "原因",
  preview: (file: string) => `${file} 会这样导`,
  previewSub: (kind: string) => `${kind}，还没有导入`,
  done: (file: string) => `${file} 已导入`,
  doneSub: (kind: string, at: string) => `${kind}，${at}`,
  apply: (rows: string) => `导入 ${rows} 行`,
  applyDocuments: (documents: string) => `导入 ${documents} 张单`,
  perDocument: "按单计数：一张单的几行算一张。",
  judgedAlone: (rows: number) =>
    `文件超过 ${rows} 行，每张单是单独判断的：前面的单占用的库存和额度没有算进去，实际导入时可能多拒几张。`,
  nothingToDo: "没有要改的，这个文件和现在的一样。",
  another: "换个文件",
  again: "再导一个",
  errorFile: "下载没导的行",
  errorFileNote: "原来的列都在，末尾加了原因。改好这个文件，再导一次就行。",
  ignored: (columns: string) => `这些列不认得，没有用：${columns}`,
  shownOnly: (rows: number) => `这里列前 ${rows} 行`,
  noFile: "还没选文件。选一个 CSV。",
  brokenQuotes: "引号没有成对，这一行拆不开。",
  wrongColumns: (wanted: number, found: number) => `应有 ${wanted} 列，这一行有 ${found} 列。`,
  unreadable: "有读不出的字。把文件另存为 UTF-8 再试。",
  brokenDocument: (line: number) => `第 ${line} 行有错，整张单没有导入。`,
  strayAbove: (line: number) => `第 ${line} 行看不出是不是这张单的，整张单没有导入。`,
  apart: (line: number) => `这张单从第 ${line} 行开始，它的行要挨在一起。`,
  twice: (line: number) => `第 ${line} 行已经写过它，只留一行。`,
  unlike: (line: number) => `和第 ${line} 行写的不一样：同一个的几行，除了收货地址都要写得一样。`,
  inColumn: (column: string, said: string) => `${column}：${said}`,
  refused: {
    file_empty: () => "文件是空的，第一行要是列名。",
    columns_missing: ({ columns }: { columns: readonly Headed[] }) =>
      `缺这些列：${columns.map(({ zh }) => zh[0]).join("、")}。第一行要是列名。`,
    column_twice: ({ head }: { head: string }) => `“${head}”这一列有两个，留一个。`,
  },
  terminal: {
    usage: (kinds: string) => `deno task import KIND FILE [--dry-run]，KIND 是：${kinds}`,
    noFile: (file: string) => `找不到文件 ${file}。`,
    dryRun: "只预览，没有写入：",
    counts: ({ created, changed, unchanged, refused }: Counts, areDocuments: boolean) =>
      `${
        areDocuments ? "按单计：" : ""
      }新建 ${created}，改动 ${changed}，不变 ${unchanged}，拒绝 ${refused}`,
    row: (line: number, key: string, said: string) => `第 ${line} 行 ${key}：${said}`,
    errorFile: (file: string) => `拒绝的行和原因在 ${file}`,
  },
};

const en: typeof zh = {
  title: "Import",
  kind: "What",
  file: "File",
  fileHint: "CSV in UTF-8 or GB18030, 32 MB at most. You see what would happen first.",
  look: "See what would happen",
  columns: "Columns that are known",
  columnsNote: "Those with * are needed; a column you leave out stays as it is.",
  headings: "Heading",
  alsoCalled: "Also called",
  outcome: "Outcome",
  outcomes: { created: "New", changed: "Changed", unchanged: "Same", refused: "Left out" },
  line: "Line",
  key: "Code",
  reason: "Reason",
  preview: (file) => `What ${file} would do`,
  previewSub: (kind) => `${kind}, nothing imported yet`,
  done: (file) => `${file} is in`,
  doneSub: (kind, at) => `${kind}, ${at}`,
  apply: (rows) => `Import ${rows} rows`,
  applyDocuments: (documents) => `Import ${documents} documents`,
  perDocument: "Counted by document: the rows of one order are one.",
  judgedAlone: (rows) =>
    `The file has more than ${rows} rows, so each was judged alone: stock and credit that earlier ones use are not counted, and the import may refuse more.`,
  nothingToDo: "Nothing would change: the file says what is there already.",
  another: "Another file",
  again: "Import one more",
  errorFile: "Download the rows left out",
  errorFileNote: "All columns are there, with the reason behind them. Mend it and import it again.",
  ignored: (columns) => `Not known and not used: ${columns}`,
  shownOnly: (rows) => `The first ${rows} are listed`,
  noFile: "No file yet. Choose a CSV file.",
  brokenQuotes: "The quotes do not close, so the row cannot be cut into cells.",
  wrongColumns: (wanted, found) => `${wanted} columns expected, this row has ${found}.`,
  unreadable: "Some characters cannot be read. Save the file as UTF-8 and try again.",
  brokenDocument: (line) => `Line ${line} is wrong, so none of this document was imported.`,
  strayAbove: (line) => `Line ${line} may belong to this document; none of it was imported.`,
  apart: (line) => `This document begins in line ${line}; its rows must stand together.`,
  twice: (line) => `It is already on line ${line}; write it once.`,
  unlike: (line) =>
    `It differs from line ${line}: rows of one record differ in their address only.`,
  inColumn: (column, said) => `${column}: ${said}`,
  refused: {
    file_empty: () => "The file is empty; its first row must be the headings.",
    columns_missing: ({ columns }) =>
      `Columns missing: ${
        columns.map(({ en }) => en[0]).join(", ")
      }. The first row must be the headings.`,
    column_twice: ({ head }) => `The column “${head}” stands there twice; keep one.`,
  },
  terminal: {
    usage: (kinds) => `deno task import KIND FILE [--dry-run], KIND is one of: ${kinds}`,
    noFile: (file) => `There is no file ${file}.`,
    dryRun: "A preview only, nothing was written:",
    counts: ({ created, changed, unchanged, refused }, areDocuments) =>
      `${
        areDocuments ? "Documents: " : ""
      }${created} created, ${changed} changed, ${unchanged} unchanged, ${refused} refused`,
    row: (line, key, said) => `line ${line} ${key}: ${said}`,
    errorFile: (file) => `The refused rows and the reasons are in ${file}`,
  },
};

export const importWords = words({ zh, en });
