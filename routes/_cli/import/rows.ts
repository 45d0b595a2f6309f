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

export async function* readGroups(
  reading: Reading,
  records: AsyncIterable<CsvRecord>,
): AsyncGenerator<ImportGroup> {
  const { kind } = reading;
  let group: ImportGroup = [];
  let groupKey: string | null = null;
  for await (const record of records) {
    const row = readRow(reading, record);
    const key = row.value === undefined ? null : kind.key(row.value);
    const belongs = kind.grouped && group.length > 0 && (key === null || key === groupKey);
    if (!belongs && group.length > 0) {
      yield group;
      group = [];
    }
    if (group.length === 0) groupKey = key;
    groupKey ??= key;
    group.push(row);
  }
  if (group.length > 0) yield group;
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
