import { type CsvRecord, csvRecords, encodingOf } from "~/routes/_entry/csv_read.ts";
import { csvLine } from "~/routes/_entry/csv.ts";
import { errorHeads, type Heading, type HeadingRefusal, readHeading } from "./heading.ts";
import { readGroups } from "./rows.ts";
import {
  importGroups,
  type ImportRun,
  type Outcome,
  previewGroups,
  type RowOutcome,
} from "./run.ts";

export type Counts = { [O in Outcome]: number };
export type FileRefusal = HeadingRefusal | { reason: "file_empty" };

export type ImportReport =
  | { refused: FileRefusal }
  | {
    refused?: undefined;
    /** Of documents where rows under each other are one, and of rows elsewhere. */
    counts: Counts;
    isOfDocuments: boolean;
    rows: number;
    /** False for a preview that had to judge each document alone. */
    isExact: boolean;
    /** Headings nobody knows: they were passed over. */
    ignored: string[];
    /** The first rows that were refused, and of a preview the first of all. */
    shown: { line: number; key: string; outcome: Outcome; reason?: string }[];
    hasErrorFile: boolean;
  };

export type Progress = (counts: Counts) => void;
/** Without an error path the refused rows are only counted and shown. */
export type ImportFiles = { path: string; errorPath: string | null };

const rowsShown = 100;
const rowsInOneStep = 500;

/** One file from the first byte to the error file beside it. */
export async function importFile(
  run: ImportRun,
  { path, errorPath }: ImportFiles,
  progress: Progress = () => {},
): Promise<ImportReport> {
  const encoding = await encodingOf(chunks(path));
  const records = csvRecords(chunks(path), encoding);
  // A file that is refused by its heading is closed although nobody read on.
  await using _closing = {
    [Symbol.asyncDispose]: async () => void await records.return(undefined),
  };
  const { value: first, done } = await records.next();
  if (done || first.cells === null) return { refused: { reason: "file_empty" } };
  const heading = readHeading(run.kind, first.cells);
  if ("reason" in heading) return { refused: heading };
  using errors = new ErrorFile(errorPath, heading, run);
  const counts: Counts = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  const shown: RowOutcome[] = [];
  let rows = 0;
  const groups = readGroups({ kind: run.kind, heading, lang: run.lang }, records);
  const { isExact, settled } = run.dryRun
    ? await previewGroups(run, heading, groups)
    : { isExact: true, settled: importGroups(run, heading, groups) };
  for await (const outcomes of settled) {
    counts[outcomes[0]!.outcome] += 1;
    for (const outcome of outcomes) {
      if (outcome.outcome === "refused") errors.add(outcome);
      const isShown = outcome.outcome === "refused" || run.dryRun;
      if (isShown && shown.length < rowsShown) shown.push(outcome);
      if ((rows += 1) % rowsInOneStep === 0) progress(counts);
    }
  }
  return {
    counts,
    isOfDocuments: run.kind.groupedBy !== undefined,
    rows,
    isExact,
    ignored: heading.ignored,
    shown: shown.map(({ record, key, outcome, reason }) => ({
      line: record.line,
      key,
      outcome,
      reason,
    })),
    hasErrorFile: errorPath !== null && counts.refused > 0,
  };
}

async function* chunks(path: string): AsyncGenerator<Uint8Array> {
  using file = await Deno.open(path);
  const buffer = new Uint8Array(64 * 1024);
  for (let size = await file.read(buffer); size !== null; size = await file.read(buffer)) {
    yield buffer.slice(0, size);
  }
}

/** The refused rows as they were, with the line and the reason behind them; gone when there is none. */
class ErrorFile implements Disposable {
  #file: Deno.FsFile | null;
  #encoder = new TextEncoder();
  #isEmpty = true;

  constructor(
    readonly path: string | null,
    readonly heading: Heading,
    readonly run: Pick<ImportRun, "lang">,
  ) {
    this.#file = path === null
      ? null
      : Deno.openSync(path, { write: true, create: true, truncate: true, mode: 0o600 });
  }

  add({ record, reason = "" }: RowOutcome): void {
    if (this.#isEmpty) {
      const heads = this.run.lang === "zh" ? errorHeads.slice(0, 2) : errorHeads.slice(2);
      this.#write("\ufeff" + csvLine([...this.heading.heads, ...heads]));
      this.#isEmpty = false;
    }
    this.#write(csvLine([...this.#original(record), String(record.line), reason]));
  }

  /** A row that could not be cut into cells stands whole in the first. */
  #original({ cells, raw }: CsvRecord): string[] {
    const width = this.heading.heads.length;
    const known = cells ?? [raw.trimEnd()];
    return known.length >= width
      ? known
      : [...known, ...Array<string>(width - known.length).fill("")];
  }

  #write(text: string): void {
    this.#file?.writeSync(this.#encoder.encode(text));
  }

  [Symbol.dispose](): void {
    this.#file?.close();
    if (this.path !== null && this.#isEmpty) Deno.removeSync(this.path);
  }
}
