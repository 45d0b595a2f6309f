import type { CsvRecord } from "~/routes/_entry/csv_read.ts";
import { issueWords } from "~/views/platform/issue_words.ts";
import { importWords } from "~/views/_import/text.ts";
import type { Lang } from "~/views/_kit/text.ts";
import { fieldsOf, type Heading } from "./heading.ts";
import type { ImportKind } from "./kind.ts";

/** A row as its kind understands it, or why it does not. */
export type ImportRow = { record: CsvRecord; value?: unknown; problem?: string };

/** The rows of one document; most kinds have one row to a document. */
export type ImportGroup = ImportRow[];

type Reading = { kind: ImportKind; heading: Heading; lang: Lang };

/**
 * A row that does not tell its document refuses the one above and the one below it: it may belong to
 * either, and half an order must not be placed. So must none whose rows stand apart.
 */
export async function* readGroups(
  reading: Reading,
  records: AsyncIterable<CsvRecord>,
): AsyncGenerator<ImportGroup> {
  const { kind, lang } = reading;
  const t = importWords(lang);
  const firstLines = new Map<string, number>();
  let group: ImportGroup = [];
  let document: string | null = null;
  let stray: CsvRecord | null = null;
  for await (const record of records) {
    const row = readRow(reading, record);
    const told = documentOf(reading, record);
    const belongs = kind.groupedBy && group.length > 0 && (told === null || told === document);
    if (!belongs) {
      if (group.length > 0) yield group;
      group = [];
      document = told;
      const before = told === null ? undefined : firstLines.get(told);
      if (stray) row.problem ??= t.strayAbove(stray.line);
      if (before !== undefined) row.problem ??= t.apart(before);
      if (told !== null) firstLines.set(told, before ?? record.line);
    }
    stray = kind.groupedBy && told === null ? record : null;
    group.push(row);
  }
  if (group.length > 0) yield group;
}

/** Which document a row belongs to, told by its cells even where the rest of it makes no sense. */
function documentOf({ kind, heading }: Reading, { cells }: CsvRecord): string | null {
  if (!kind.groupedBy || cells?.length !== heading.fields.length) return null;
  const fields = fieldsOf(heading, cells);
  const told = kind.groupedBy.map((field) => (fields[field] ?? "").trim());
  return told.includes("") ? null : JSON.stringify(told);
}

function readRow({ kind, heading, lang }: Reading, record: CsvRecord): ImportRow {
  const t = importWords(lang);
  const { cells } = record;
  if (cells === null) return { record, problem: t.brokenQuotes };
  const wanted = heading.fields.length;
  if (cells.length !== wanted) return { record, problem: t.wrongColumns(wanted, cells.length) };
  if (cells.some((cell) => cell.includes("\ufffd"))) return { record, problem: t.unreadable };
  const result = kind.schema.safeParse(fieldsOf(heading, cells));
  if (result.success) return { record, value: result.data };
  const words = result.error.issues.map((issue) =>
    withHeading({ kind, heading, lang }, String(issue.path[0] ?? ""), issueWords(issue, lang))
  );
  return { record, problem: words.join(" ") };
}

/** Names the column a sentence is about, as it is called in this file. */
export function withHeading({ heading, lang }: Reading, field: string, words: string): string {
  const at = heading.fields.indexOf(field);
  return at < 0 ? words : importWords(lang).inColumn(heading.heads[at]!, words);
}
