import { stampHeads } from "~/routes/_entry/csv.ts";
import type { ImportColumn, ImportKind } from "./kind.ts";

/** Which field stands in which place of a row; null: a column nobody asked for. */
export type Heading = { fields: (string | null)[]; ignored: string[]; heads: string[] };

export type HeadingRefusal =
  | { reason: "columns_missing"; columns: readonly ImportColumn[]; found: readonly string[] }
  | { reason: "column_twice"; head: string };

/** The columns an error file adds; a mended one is imported as it is. */
export const errorHeads = ["行号", "原因", "Line", "Reason"];

const plain = (head: string) =>
  head.normalize("NFKC").trim().toLowerCase().replaceAll(/[\s_*-]/g, "");
const passedOver = new Set([...stampHeads, ...errorHeads].map(plain));

/** Matches the first row of a file with the headings a kind knows, in either language. */
export function readHeading(
  { columns }: Pick<ImportKind, "columns">,
  cells: readonly string[],
): Heading | HeadingRefusal {
  const known = new Map<string, string>();
  for (const { field, zh, en } of columns) {
    for (const head of [field, ...zh, ...en]) known.set(plain(head), field);
  }
  const fields = cells.map((cell) => known.get(plain(cell)) ?? null);
  const twice = fields.findIndex((field, at) => field !== null && fields.indexOf(field) !== at);
  if (twice >= 0) return { reason: "column_twice", head: cells[twice]! };
  const missing = columns.filter(({ field, required }) => required && !fields.includes(field));
  if (missing.length > 0) return { reason: "columns_missing", columns: missing, found: cells };
  const ignored = cells.filter((cell, at) =>
    fields[at] === null && cell.trim() !== "" && !passedOver.has(plain(cell))
  );
  return { fields, ignored, heads: [...cells] };
}

export function fieldsOf({ fields }: Heading, cells: readonly string[]): Record<string, string> {
  const row: Record<string, string> = {};
  fields.forEach((field, at) => {
    if (field !== null) row[field] = cells[at]!;
  });
  return row;
}
