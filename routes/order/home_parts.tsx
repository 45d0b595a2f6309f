import { countWaiting } from "~/db/order/approval_list.ts";
import { loadOpenDraft } from "~/db/order/drafts.ts";
import { countCap, countOrders, listOrders } from "~/db/order/order_list.ts";
import type { Gate } from "~/domain/order/order.ts";
import { orderViews } from "~/domain/order/order_views.ts";
import type { HomeCtx, HomePart } from "~/routes/_entry/home_part.ts";
import { cappedCount } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import type { TodoLink } from "~/views/_kit/rows.tsx";
import { DraftSheet, UnderWaySheet } from "~/views/order/home_sheets.tsx";
import { homeWords } from "~/views/order/home_text.ts";

const ordersShown = 5;

function approvals(gate: Gate, action: "approve_as_dealer" | "approve_as_company") {
  return (ctx: HomeCtx): TodoLink[] => {
    const t = homeWords(ctx.lang);
    const count = countWaiting(ctx.readerFor("order", action), gate);
    if (count === 0) return [];
    const label = t.toApprove(cappedCount(count, countCap));
    return [{ href: paths.approvals(), label, note: t.toApproveWhy, value: t.look }];
  };
}

function toRelease(ctx: HomeCtx): TodoLink[] {
  const t = homeWords(ctx.lang);
  const count = countOrders(ctx.readerFor("order", "read"), ["routed"]);
  if (count === 0) return [];
  const label = t.toRelease(cappedCount(count, countCap));
  return [{ href: paths.orders({ stage: "routed" }), label, note: t.toReleaseWhy, value: t.look }];
}

const newest = { limit: ordersShown };

function underWay(ctx: HomeCtx) {
  const filter = { stages: orderViews.under_way, dealerIds: null, from: null, to: null };
  const { rows } = listOrders(ctx.readerFor("order", "read"), filter, newest);
  return <UnderWaySheet orders={rows} reading={{ lang: ctx.lang, now: ctx.now }} />;
}

function draft(ctx: HomeCtx) {
  const { dealerId, userId } = ctx.principal;
  if (dealerId === null) return null;
  const reader = ctx.readerFor("order", "place");
  const open = loadOpenDraft(reader, { dealerId, userId });
  const filter = { stages: null, dealerIds: [dealerId], from: null, to: null };
  const [last] = listOrders(reader, filter, { ...newest, limit: 1 }).rows;
  const lines = open && open.content.lines.length > 0 ? open.content.lines.length : null;
  return <DraftSheet lines={lines} lastOrder={last?.number ?? null} lang={ctx.lang} />;
}

export const orderHome: HomePart[] = [
  {
    kind: "todo",
    resource: "order",
    action: "approve_as_dealer",
    links: approvals("dealer", "approve_as_dealer"),
  },
  {
    kind: "todo",
    resource: "order",
    action: "approve_as_company",
    links: approvals("company", "approve_as_company"),
  },
  { kind: "todo", side: "staff", resource: "fulfilment", action: "release", links: toRelease },
  { kind: "work", side: "dealer", resource: "order", action: "place", sheet: draft },
  { kind: "work", side: "dealer", resource: "order", action: "read", sheet: underWay },
];
