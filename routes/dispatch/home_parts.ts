import { countWork } from "~/db/dispatch/fulfilment_list.ts";
import type { HomeCtx, HomePart } from "~/routes/_entry/home_part.ts";
import { cappedCount } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import type { TodoLink } from "~/views/_kit/rows.tsx";
import { homeWords } from "~/views/order/home_text.ts";

async function toPick(ctx: HomeCtx): Promise<TodoLink[]> {
  const t = homeWords(ctx.lang);
  const count = await countWork(ctx.readerFor("fulfilment", "read"), { state: "released" });
  if (count === 0) return [];
  const href = paths.work({ state: "released" });
  return [{ href, label: t.toPick(cappedCount(count)), note: t.toPickWhy, value: t.look }];
}

export const dispatchHome: HomePart[] = [
  { kind: "todo", side: "staff", resource: "fulfilment", action: "ship", links: toPick },
];
