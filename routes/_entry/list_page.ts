import { z } from "zod";
import type { KeyPage } from "~/db/_search/key_page.ts";

/** What every list by key takes in its URL. */
export const pageQuery = {
  after: z.string().max(60).optional(),
  before: z.string().max(60).optional(),
  q: z.string().trim().max(100).optional(),
};

/** A filter the URL got wrong is no filter; an error page would help nobody. */
export function choice<Value extends string>(values: readonly [Value, ...Value[]]) {
  return z.enum(values).optional().catch(undefined);
}

export const pageRows = 50;

export function keyPageOf({ after, before }: { after?: string; before?: string }): KeyPage {
  return before ? { before, limit: pageRows } : { after, limit: pageRows };
}

type Paged<Row> = { rows: readonly Row[]; hasPrevious: boolean; hasNext: boolean };

/** The links to the page before and the page after, where there are such. */
export function pageLinks<Row>(
  { rows, hasPrevious, hasNext }: Paged<Row>,
  keyOf: (row: Row) => string,
  to: (key: { after?: string; before?: string }) => string,
): { previous?: string; next?: string } {
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    previous: hasPrevious && first ? to({ before: keyOf(first) }) : undefined,
    next: hasNext && last ? to({ after: keyOf(last) }) : undefined,
  };
}
