import { z } from "zod";
import type { PagedRows, RowPage } from "~/db/_search/row_page.ts";

/** What every list by key takes in its URL. */
export const pageQuery = {
  after: z.string().max(60).optional(),
  before: z.string().max(60).optional(),
  q: z.string().trim().max(100).optional(),
};

/** Where a page goes on in a list that is kept by time: the key that `Link` gave. */
export const TimeCursor = z.string()
  .refine((text) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text), { error: "not_a_cursor" })
  .meta({ examples: ["01M81ECK5F2T63B8XBF11JVDGC"] });

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
