import { orderViews, stages } from "~/domain/order/order_views.ts";
import { withQuery } from "~/views/_kit/paths.ts";
import { dealerCode } from "./many_orders/people.ts";
import { stageOfNone } from "./many_orders/templates.ts";

export type View = { name: string; path: string };

/** Every filter the list offers, alone and as people combine them; there is one sort, newest first. */
export function listViews(middleId: string): View[] {
  const of = (name: string, query: Record<string, string>) => ({
    name,
    path: withQuery("/order", query),
  });
  const [day, month, year] = [
    { from: "2025-11-11", to: "2025-11-11" },
    { from: "2025-06-01", to: "2025-06-30" },
    { from: "2025-01-01", to: "2025-12-31" },
  ];
  const some = dealerCode(0);
  return [
    of("everything", {}),
    of("deep", { after: middleId }),
    of("back", { before: middleId }),
    ...Object.keys(orderViews).map((view) => of(`view ${view}`, { view })),
    ...stages.filter((stage) => stage !== stageOfNone).map((stage) =>
      of(`stage ${stage}`, { stage })
    ),
    of(`stage ${stageOfNone}, which no order has`, { stage: stageOfNone }),
    of("stage deep", { stage: "shipped", after: middleId }),
    of("dealer", { dealer: some }),
    of("dealer and stage", { dealer: some, stage: "routed" }),
    of("dealer and no stage", { dealer: some, stage: stageOfNone }),
    of("day", day),
    of("month", month),
    of("year", year),
    of("month and stage", { ...month, stage: "shipped" }),
    of("month and no stage", { ...month, stage: stageOfNone }),
    of("year and dealer", { ...year, dealer: some }),
    of("number", { q: "SO-2025-000123" }),
    of("digits", { q: "123" }),
    of("beginning of numbers", { q: "SO-2025-0012" }),
    of("external number", { q: "PO-3000" }),
    of("dealer by name", { q: "鼎顺商贸 1" }),
    of("dealer by initials", { q: "xzds" }),
    of("nothing found", { q: "zzzz" }),
  ];
}
