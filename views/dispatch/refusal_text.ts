import type { BrokenRule } from "~/domain/dispatch/events.ts";
import type { DeliverRefusal } from "~/domain/dispatch/deliver_shipment.ts";
import type { OverrideRefusal } from "~/domain/dispatch/override_routing.ts";
import type { ReleaseRefusal } from "~/domain/dispatch/release_order.ts";
import type { ShipParcelRefusal } from "~/domain/dispatch/ship_parcel.ts";
import type { Stage } from "~/domain/order/order.ts";
import type { OrderCommand } from "~/domain/order/transitions.ts";
import { count } from "~/views/_kit/number.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { orderWords } from "~/views/order/text.ts";

type Refusal = DeliverRefusal | OverrideRefusal | ReleaseRefusal | ShipParcelRefusal;
type Words = { [R in Refusal["reason"]]: (refusal: Extract<Refusal, { reason: R }>) => string };

const stage = (lang: Lang, of: Stage) => orderWords(lang).stages[of];

const commands: Record<Lang, Partial<Record<OrderCommand, string>>> = {
  zh: { route: "排仓", release: "下发", ship: "发货", deliver: "签收" },
  en: { route: "routed", release: "released", ship: "shipped", deliver: "signed for" },
};

/** The first thing that keeps a node from shipping an order. */
export const brokenRules: Record<Lang, Record<BrokenRule, string>> = {
  zh: {
    inactive: "已停用",
    does_not_ship: "不发货",
    never_open: "没有营业日",
    no_rate_to_zone: "没有到收货地的运价",
  },
  en: {
    inactive: "Inactive",
    does_not_ship: "Does not ship",
    never_open: "Never open",
    no_rate_to_zone: "No rate to that zone",
  },
};

const zh: Words = {
  wrong_stage: ({ command, stage: at }) =>
    `订单现在是“${stage("zh", at)}”，不能${commands.zh[command] ?? "这么办"}。`,
  changed_meanwhile: () => "你打开之后，别人刚改过。看一眼新的，再做一次。",
  nothing_to_move: () => "没有还能改仓的货，都已下发或发出。",
  unknown_node: ({ node }) => `这张单的库存池里没有编码为 ${node} 的仓。`,
  node_cannot_ship: ({ node, rule }) => `${node} 发不了这单：${brokenRules.zh[rule]}。`,
  node_short: ({ node, sku, needed, available }) =>
    `${node} 的 ${sku} 只有 ${count(available)}，这单要 ${count(needed)}。换一个仓，或先调货。`,
  nothing_routed: () => "没有排好仓、等着下发的货。先排仓。",
  not_released: () => "还没下发，仓库不能发。先下发。",
  nothing_to_ship: () => "这次一件也没发。至少一行填 1 以上。",
  unknown_carrier: ({ carrier }) => `没有编码为 ${carrier} 的承运商，或它已停用。`,
  carrier_does_not_ship: ({ carrier }) => `${carrier} 没有“配送”职能，不能发货。换一家承运商。`,
  unknown_line: ({ lineNo }) => `这张配货单没有第 ${lineNo} 行。`,
  line_twice: ({ lineNo }) => `第 ${lineNo} 行写了两次，合成一行。`,
  more_than_left: ({ wanted, left }) => `要发 ${count(wanted)}，只剩 ${count(left)} 没发。`,
  already_delivered: () => "这一票已经签收过了。",
};

const en: Words = {
  wrong_stage: ({ command, stage: at }) =>
    `The order is now ${stage("en", at).toLowerCase()} and cannot be ${
      commands.en[command] ?? "changed so"
    }.`,
  changed_meanwhile: () =>
    "Somebody changed it after you opened it. Look at the new state and try again.",
  nothing_to_move: () => "Nothing can change its warehouse: all of it is released or shipped.",
  unknown_node: ({ node }) => `The pool of this order has no warehouse with the code ${node}.`,
  node_cannot_ship: ({ node, rule }) => `${node} cannot ship this order: ${brokenRules.en[rule]}.`,
  node_short: ({ node, sku, needed, available }) =>
    `${node} has ${count(available)} of ${sku}, and the order needs ${
      count(needed)
    }. Choose another, or move stock first.`,
  nothing_routed: () => "Nothing is routed and waiting to be released. Route it first.",
  not_released: () => "It is not released, so the warehouse cannot ship it. Release it first.",
  nothing_to_ship: () => "Nothing goes with this parcel. Fill in at least 1 on a line.",
  unknown_carrier: ({ carrier }) => `No active carrier has the code ${carrier}.`,
  carrier_does_not_ship: ({ carrier }) =>
    `${carrier} does not ship, so it cannot take the parcel. Choose another carrier.`,
  unknown_line: ({ lineNo }) => `This fulfilment has no line ${lineNo}.`,
  line_twice: ({ lineNo }) => `Line ${lineNo} is written twice; make it one.`,
  more_than_left: ({ wanted, left }) => `${count(wanted)} wanted, ${count(left)} left to ship.`,
  already_delivered: () => "This parcel has been signed for already.",
};

export const refusalText = { zh, en };
