import type { TestEngine } from "~/db/_engine/testing.ts";
import { dealers, type DispatchWorld, skus } from "~/db/dispatch/testing.ts";
import { loadCancelFacts } from "~/db/order/deciding_facts.ts";
import { loadOrder } from "~/db/order/orders.ts";
import { creditAccounts } from "~/db/policy/credit_accounts.ts";
import type { OrderId } from "~/domain/_kernel/id.ts";
import { cancelOrder } from "~/domain/order/cancel_order.ts";
import type { WishedLine } from "~/domain/order/placing.ts";

/** A stage, the share of a million orders that rests there, and real orders that came to it. */
export type Template = { stage: string; share: number; ids: OrderId[] };

const baskets: readonly WishedLine[][] = [
  [{ sku: skus.water, quantity: 2 }, { sku: skus.tea, quantity: 1 }],
  [{ sku: skus.water, quantity: 1 }, { sku: skus.tea, quantity: 1 }, {
    sku: skus.family,
    quantity: 1,
  }],
  [{ sku: skus.family, quantity: 1 }, { sku: skus.water, unit: "瓶", quantity: 6 }, {
    sku: skus.tea,
    quantity: 1,
    discountBasisPoints: 300,
    discountReason: "新品铺货",
  }, { sku: skus.water, quantity: 1 }],
];

/** Where nothing has been rejected: a list must be as quick to say that there is none. */
export const stageOfNone = "rejected";

const shares: Readonly<Record<string, number>> = {
  completed: 0.5,
  delivered: 0.07,
  shipped: 0.07,
  part_shipped: 0.07,
  released: 0.07,
  routed: 0.07,
  awaiting_approval: 0.07,
  cancelled: 0.07,
  // The last, because whatever wakes the relay would route them.
  unrouted: 0.01,
};

/** Three orders for each stage, brought there by the real decisions. */
export async function makeTemplates(
  engine: TestEngine,
  world: DispatchWorld,
): Promise<Template[]> {
  await world.planter.put(creditAccounts, [{
    code: dealers.hengfeng,
    limit: { amountMinor: 0, currency: "CNY" },
    termDays: 30,
    overLimit: "approve",
    overdue: "ignore",
  }]);
  const templates: Template[] = [];
  for (const [stage, share] of Object.entries(shares)) {
    const ids: OrderId[] = [];
    for (const lines of baskets) ids.push(await bring[stage]!(world, lines));
    const found = ids.map((id) => stageAt(engine, id));
    if (found.some((each) => each !== stage)) throw new Error(`wanted ${stage}, came to ${found}`);
    templates.push({ stage, share, ids });
  }
  return templates;
}

function stageAt({ read }: TestEngine, id: OrderId): string {
  return read.all<{ stage: string }>("select stage from sales_order where id = ?", [id])[0]!.stage;
}

type Bring = (world: DispatchWorld, lines: readonly WishedLine[]) => Promise<OrderId>;

const bring: Readonly<Record<string, Bring>> = {
  unrouted: async ({ planter }, lines) => {
    const { subject } = await planter.order({ channel: "portal", lines }, {
      dealer: { code: dealers.dingshun },
      mayDiscount: true,
      boundByDealerLimit: false,
    });
    return subject;
  },
  routed: async (world, lines) => (await world.order(lines)).id,
  awaiting_approval: async (world, lines) =>
    (await world.order(lines, { dealer: dealers.hengfeng })).id,
  cancelled: async (world, lines) => {
    const id = await bring.routed!(world, lines);
    await world.planter.act(
      "order.cancel",
      (facts) => loadCancelFacts(facts, id),
      (facts) => {
        const { version } = facts.order;
        return cancelOrder({ version, because: "客户改期", mayAfterRelease: false }, facts);
      },
    );
    await world.relay.wake();
    return id;
  },
  released: async (world, lines) => {
    const id = await bring.routed!(world, lines);
    await world.release(id);
    return id;
  },
  part_shipped: async (world, lines) => {
    const id = await bring.released!(world, lines);
    const [part] = world.fulfilments(id);
    await world.ship(part!.number, [{ lineNo: part!.lines[0]!.lineNo, quantity: 1 }]);
    return id;
  },
  shipped: async (world, lines) => {
    const id = await bring.released!(world, lines);
    for (const { number } of world.fulfilments(id)) await world.ship(number);
    return id;
  },
  delivered: async (world, lines) => {
    const id = await bring.released!(world, lines);
    for (const { number } of world.fulfilments(id)) await world.deliver(await world.ship(number));
    return id;
  },
  completed: async (world, lines) => {
    const id = await bring.delivered!(world, lines);
    const { totalMinor } = loadOrder(world.engine.asSystem("what is owed is paid"), id);
    await world.pay(totalMinor);
    return id;
  },
};
