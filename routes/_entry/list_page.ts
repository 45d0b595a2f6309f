import { z } from "zod";
import type { PagedRows, RowPage } from "~/db/_search/row_page.ts";

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

export function rowPageOf({ after, before }: { after?: string; before?: string }): RowPage {
  return before ? { before, limit: pageRows } : { after, limit: pageRows };
}

/** The links to the page before and the page after, where there are such. */
export function pageLinks(
  { previous, next }: Pick<PagedRows<unknown>, "previous" | "next">,
  to: (key: { after?: string; before?: string }) => string,
): { previous?: string; next?: string } {
  return {
    previous: previous === null ? undefined : to({ before: previous }),
    next: next === null ? undefined : to({ after: next }),
  };
}
