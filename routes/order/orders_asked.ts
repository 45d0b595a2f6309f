import { z } from "zod";
import type { KeysetPage } from "~/db/_engine/keyset.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import { findPartner } from "~/db/channel/partners.ts";
import type { OrderFilter } from "~/db/order/order_keys.ts";
import { type OrderView, orderViews, stages } from "~/domain/order/order_views.ts";
import { choice, pageQuery, pageRows } from "~/routes/_entry/list_page.ts";
import { Day } from "~/routes/_entry/shapes.ts";
import type { OrdersAsked } from "~/views/order/orders_page.tsx";

export const views = Object.keys(orderViews) as [OrderView, ...OrderView[]];
const MaybeDay = Day.optional().catch(undefined);

/** A filter the URL got wrong is no filter; an error page would help nobody. */
export const OrdersQuery = z.object({
  ...pageQuery,
  view: choice(views),
  stage: choice(stages),
  dealer: z.string().trim().max(40).optional().transform((code) => code || undefined),
  from: MaybeDay,
  to: MaybeDay,
});
export type OrdersQuery = z.infer<typeof OrdersQuery>;

export function askedOf({ after: _after, before: _before, ...asked }: OrdersQuery): OrdersAsked {
  return { ...asked, q: asked.q || undefined };
}

/** A dealer out of sight, or that is none, has no orders here. */
export function filterOf(
  reader: Reader,
  { view, stage, dealer, from, to, q }: OrdersAsked,
): OrderFilter & { q?: string } {
  const known = dealer === undefined ? null : findPartner(reader, dealer);
  return {
    stages: view ? orderViews[view] : stage ? [stage] : null,
    dealerIds: dealer === undefined ? null : known ? [known.id] : [],
    from: from ?? null,
    to: to ?? null,
    q,
  };
}

export function pageOf(
  { after, before }: OrdersQuery,
  limit = pageRows,
): KeysetPage {
  return before ? { before, limit } : { after, limit };
}
