import { z } from "zod";
import { loadOrderedLines } from "~/db/order/drafts.ts";
import { loadOrderByNumber } from "~/db/order/orders.ts";
import { loadPadDealer } from "~/db/order/drafts.ts";
import { goTo } from "~/routes/_entry/answer.ts";
import { route } from "~/routes/_entry/route.ts";
import { addToDraft } from "./draft.ts";
import { isOnBehalf, type PadCtx } from "./pad_state.ts";

/** 再来一单: the lines of an order go onto the pad, which prices them anew and says what is gone. */
export const reorder = route({
  method: "POST",
  path: "/order/:number/reorder",
  resource: "order",
  action: "place",
  form: z.object({}),
  handle: async (given) => {
    const ctx = given as unknown as PadCtx;
    const order = loadOrderByNumber(ctx.reader, given.params.number);
    const dealer = loadPadDealer(ctx.reader, { id: order.dealerId });
    await addToDraft(ctx, dealer, loadOrderedLines(ctx.reader, order.id));
    const query = isOnBehalf(ctx) ? `?dealer=${encodeURIComponent(dealer.code)}` : "";
    return goTo(ctx, `/order/pad${query}`);
  },
});
