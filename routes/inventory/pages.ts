import { z } from "zod";

/** Where a list that pages by key stands. */
export const Shown = {
  after: z.string().max(200).optional(),
  before: z.string().max(200).optional(),
};

type At = { after?: string; before?: string };

/** Cuts the row too many off a page and says where the pages beside it begin. */
export function shownPage<Row>(
  found: readonly Row[],
  { after, before, size, keyOf, pathTo }: At & {
    size: number;
    keyOf: (row: Row) => string;
    pathTo: (key: At) => string;
  },
): { rows: Row[]; newer?: string; older?: string } {
  const isMore = found.length > size;
  const rows = before !== undefined && isMore ? found.slice(1) : found.slice(0, size);
  const [first, last] = [rows.at(0), rows.at(-1)];
  const isNewer = before !== undefined ? isMore : after !== undefined;
  const isOlder = before !== undefined || isMore;
  return {
    rows,
    newer: first && isNewer ? pathTo({ before: keyOf(first) }) : undefined,
    older: last && isOlder ? pathTo({ after: keyOf(last) }) : undefined,
  };
}
