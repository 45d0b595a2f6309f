import { parse } from "csv-parse/sync";
import { unguarded } from "./csv.ts";

/** What a spreadsheet in China saves is UTF-8 or GB18030; nothing in the file says which. */
export type Encoding = "utf-8" | "gb18030";

/** Valid UTF-8 from end to end is UTF-8: GB18030 text with Chinese in it practically never is. */
export async function encodingOf(bytes: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of bytes) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return "utf-8";
  } catch {
    return "gb18030";
  }
}

/** A record with the line it begins on; without cells where its quotes do not close. */
export type CsvRecord = { line: number; raw: string; cells: string[] | null };

const linesInOneCell = 200;

/**
 * The records of a file, one at a time. A quote that is left open costs its own line only: the lines
 * after it are read again by themselves, so that one bad row does not swallow the rest.
 */
export async function* csvRecords(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<CsvRecord> {
  await using lines = new Lines(physicalLines(bytes, encoding));
  let delimiter: string | null = null;
  for (let first = await lines.next(); first !== null; first = await lines.next()) {
    const held = [first];
    while (isOpen(held) && held.length < linesInOneCell) {
      const more = await lines.next();
      if (more === null) break;
      held.push(more);
    }
    if (held.every(({ text }) => text.trim() === "")) continue;
    delimiter ??= delimiterOf(first.text);
    const cells = parseOne(held.map(({ text }) => text).join(""), delimiter);
    if (!cells) lines.again(held.slice(1));
    yield cells
      ? { line: first.line, raw: held.map(({ text }) => text).join(""), cells }
      : { line: first.line, raw: first.text, cells };
  }
}

type Line = { line: number; text: string };

class Lines implements AsyncDisposable {
  #source: AsyncGenerator<Line>;
  #waiting: Line[] = [];

  constructor(source: AsyncGenerator<Line>) {
    this.#source = source;
  }

  async next(): Promise<Line | null> {
    const waiting = this.#waiting.shift();
    if (waiting) return waiting;
    const { value, done } = await this.#source.next();
    return done ? null : value;
  }

  again(lines: Line[]): void {
    this.#waiting.unshift(...lines);
  }

  /** Whoever stops reading half way lets go of the file. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#source.return(undefined);
  }
}

async function* physicalLines(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Line> {
  const decoder = new TextDecoder(encoding);
  let line = 0;
  let rest = "";
  for await (const chunk of bytes) {
    rest += decoder.decode(chunk, { stream: true });
    const texts = rest.split(/(?<=\n)/);
    rest = texts.pop() ?? "";
    for (const text of texts) yield { line: line += 1, text };
  }
  rest += decoder.decode();
  if (rest) yield { line: line + 1, text: rest };
}

function isOpen(lines: readonly Line[]): boolean {
  let quotes = 0;
  for (const { text } of lines) quotes += text.split('"').length - 1;
  return quotes % 2 === 1;
}

/** Spreadsheets of some countries part with a semicolon, a pasted table with tabs. */
function delimiterOf(head: string): string {
  const counts = [",", "\t", ";"].map((mark) => ({ mark, count: head.split(mark).length }));
  return counts.sort((a, b) => b.count - a.count)[0]!.mark;
}

function parseOne(text: string, delimiter: string): string[] | null {
  if (!text.includes('"')) {
    return text.replace(/\r?\n$/, "").split(delimiter).map(unguarded);
  }
  try {
    const records = parse(text, { delimiter, relax_column_count: true }) as string[][];
    return records.length === 1 ? records[0]!.map(unguarded) : null;
  } catch {
    return null;
  }
}
