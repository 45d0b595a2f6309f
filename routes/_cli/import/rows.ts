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

/** What a row says in the fields that name its document, blank where it says nothing. */
type Told = readonly string[];

/**
 * A row that leaves open which document it is of refuses the one above and the one below it that it
 * may belong to, since half an order must not be placed; and so is refused what stands apart, or
 * stands a second time, since each run would write it over again.
 */
export async function* readGroups(
  reading: Reading,
  records: AsyncIterable<CsvRecord>,
): AsyncGenerator<ImportGroup> {
  yield* reading.kind.groupedBy ? documents(reading, records) : singles(reading, records);
}

async function* singles(
  reading: Reading,
  records: AsyncIterable<CsvRecord>,
): AsyncGenerator<ImportGroup> {
  const { kind } = reading;
  const t = importWords(reading.lang);
  const firstLines = new Map<string, number>();
  const known = new Map<string, { line: number; said: Readonly<Record<string, unknown>> }>();
  for await (const record of records) {
    const row = readRow(reading, record);
    const { value } = row;
    if (value !== undefined) {
      const key = kind.key(value);
      const part = JSON.stringify([key, kind.part?.(value)]);
      const before = firstLines.get(part);
      const said = kind.alike?.(value) ?? {};
      const first = known.get(key);
      if (before !== undefined) row.problem = t.twice(before);
      else if (first && !isAlike(first.said, said)) row.problem = t.unlike(first.line);
      else {
        firstLines.set(part, record.line);
        if (kind.alike && !first) known.set(key, { line: record.line, said });
      }
    }
    yield [row];
  }
}

/** A cell that is left out says nothing. */
function isAlike(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(one).every(([field, value]) =>
    value === undefined || other[field] === undefined ||
    JSON.stringify(value) === JSON.stringify(other[field])
  );
}

async function* documents(
  reading: Reading,
  records: AsyncIterable<CsvRecord>,
): AsyncGenerator<ImportGroup> {
  const t = importWords(reading.lang);
  const firstLines = new Map<string, number>();
  let group: ImportGroup = [];
  let document: Told = [];
  let stray: { line: number; told: Told } | null = null;
  for await (const record of records) {
    const row = readRow(reading, record);
    const told = toldBy(reading, record);
    const isWhole = !told.includes("");
    const name = JSON.stringify(told);
    if (group.length > 0 && document.some(Boolean) && mayBeOne(document, told)) {
      document = document.map((cell, at) => cell || told[at]!);
    } else {
      if (group.length > 0) yield group;
      group = [];
      document = told;
      if (stray && mayBeOne(stray.told, told)) row.problem ??= t.strayAbove(stray.line);
      const before = isWhole ? firstLines.get(name) : undefined;
      if (before !== undefined) row.problem ??= t.apart(before);
    }
    if (isWhole && !firstLines.has(name)) firstLines.set(name, record.line);
    stray = isWhole ? null : { line: record.line, told };
    group.push(row);
  }
  if (group.length > 0) yield group;
}

/** Told by the cells even where the rest of the row makes no sense; by none where it cannot be cut. */
function toldBy({ kind, heading }: Reading, { cells }: CsvRecord): Told {
  const fields = cells?.length === heading.fields.length ? fieldsOf(heading, cells) : {};
  return kind.groupedBy!.map((field) => (fields[field] ?? "").trim());
}

/** Whether nothing that both say keeps them apart. */
function mayBeOne(one: Told, other: Told): boolean {
  return one.every((cell, at) => cell === "" || other[at] === "" || cell === other[at]);
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
