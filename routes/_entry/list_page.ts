import { z } from "zod";
import type { PagedRows, RowPage } from "~/db/_search/row_page.ts";

const Key = z.string().max(200).optional();

/** Where a list that pages by key stands: from after a key on, or up to one. */
export const pageKeys = { after: Key, before: Key };

/** What every list by key takes in its URL. */
export const pageQuery = { ...pageKeys, q: z.string().trim().max(100).optional() };

type At = { after?: string; before?: string };
/** The pages beside this one, where there are such, as a list page takes them. */
type PagesBeside = { newer?: string; older?: string };

/** A filter the URL got wrong is no filter; an error page would help nobody. */
export function choice<Value extends string>(values: readonly [Value, ...Value[]]) {
  return z.enum(values).optional().catch(undefined);
}

export const pageRows = 50;
/** One row more than is shown tells whether there is another page. */
export const rowsAsked = pageRows + 1;

export function rowPageOf({ after, before }: At): RowPage {
  return before ? { before, limit: pageRows } : { after, limit: pageRows };
}

/** The links of a page whose query says itself where the pages beside it begin. */
export function pageLinks(
  { previous, next }: Pick<PagedRows<unknown>, "previous" | "next">,
  to: (key: At) => string,
): PagesBeside {
  return {
    newer: previous === null ? undefined : to({ before: previous }),
    older: next === null ? undefined : to({ after: next }),
  };
}

/** The rows of a page and its links, of `rowsAsked` rows found: cuts off the one too many. */
export function shownPage<Row>(
  found: readonly Row[],
  { after, before, keyOf, to }: At & { keyOf: (row: Row) => string; to: (key: At) => string },
): PagesBeside & { rows: Row[] } {
  const isMore = found.length > pageRows;
  const rows = before !== undefined && isMore ? found.slice(1) : found.slice(0, pageRows);
  const [first, last] = [rows.at(0), rows.at(-1)];
  const isNewer = before !== undefined ? isMore : after !== undefined;
  const isOlder = before !== undefined || isMore;
  return {
    rows,
    newer: first && isNewer ? to({ before: keyOf(first) }) : undefined,
    older: last && isOlder ? to({ after: keyOf(last) }) : undefined,
  };
}
