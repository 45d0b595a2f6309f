import type { Lang } from "~/views/_kit/text.ts";
import type { Ctx } from "./context.ts";

/** A column of an exported file; a number stays a number, text is guarded. */
export type CsvColumn<Row> = {
  head: Record<Lang, string>;
  cell: (row: Row) => string | number | null;
};

const byteOrderMark = "\ufeff";
/** What a spreadsheet would run as a formula, the full-width forms included. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

/** An apostrophe in front keeps a spreadsheet from running what somebody typed as a name. */
export function guarded(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** Takes the guard off again, so that a file that was exported and imported changes nothing. */
export function unguarded(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}

export function csvLine(cells: readonly string[]): string {
  return cells.map(quoted).join(",") + "\r\n";
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const stamp: Record<Lang, [string, string]> = {
  zh: ["导出人", "导出时间"],
  en: ["Exported by", "Exported at"],
};
/** The headings of the stamp: an import passes them over. */
export const stampHeads: readonly string[] = [...stamp.zh, ...stamp.en];

const rowsInOneChunk = 500;

/**
 * A list as a file, streamed: UTF-8 with a mark for spreadsheets, and on every row who took it out
 * of the house and when, which still stands there after the rows were cut and pasted.
 */
export function csvFile<Row>(
  ctx: Pick<Ctx, "lang" | "now" | "principal">,
  { name, columns, rows }: { name: string; columns: CsvColumn<Row>[]; rows: AsyncIterable<Row> },
): Response {
  const { lang, now, principal } = ctx;
  const taken = [guarded(`${principal.name} (${principal.login})`), now];
  const head = [...columns.map((column) => column.head[lang]), ...stamp[lang]];
  const lineOf = (row: Row) => csvLine([...columns.map(({ cell }) => text(cell(row))), ...taken]);
  const encoder = new TextEncoder();
  const source = rows[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(byteOrderMark + csvLine(head)));
    },
    async pull(controller) {
      const lines: string[] = [];
      for (let row = await source.next(); !row.done; row = await source.next()) {
        lines.push(lineOf(row.value));
        if (lines.length === rowsInOneChunk) break;
      }
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join("")));
      else controller.close();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}-${now.slice(0, 10)}.csv"`,
    },
  });
}

function text(cell: string | number | null): string {
  if (cell === null) return "";
  return typeof cell === "number" ? String(cell) : guarded(cell);
}

/** All rows of a list that pages by key, a page at a time. */
export async function* allPages<Row>(
  pageAfter: (after?: string) => readonly Row[] | Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): AsyncGenerator<Row> {
  let after: string | undefined = undefined;
  for (;;) {
    const page: readonly Row[] = await pageAfter(after);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = keyOf(last);
  }
}
