import type { CancelOrderRefusal } from "~/domain/order/cancel_order.ts";
import type { ApprovalRefusal } from "~/domain/order/decide_approval.ts";
import type { PlaceOrderRefusal } from "~/domain/order/placing.ts";
import type { Stage } from "~/domain/order/order.ts";
import type { OrderCommand } from "~/domain/order/transitions.ts";
import { money } from "~/views/_kit/money.tsx";
import { count } from "~/views/_kit/number.tsx";
import { words } from "~/views/_kit/text.ts";
import { orderListText } from "./list_text.ts";
import { orderPageText } from "./page_text.ts";

type Refusal = PlaceOrderRefusal | CancelOrderRefusal | ApprovalRefusal;
type Words = {
  [R in Refusal["reason"]]: (refusal: Extract<Refusal, { reason: R }>) => string;
};

const amount = (minor: number, currency: string) => money(minor, { currency, mark: true });

const skuStates = {
  zh: { draft: "还没上架", phase_out: "停产清库，不再接单", withdrawn: "已下架" },
  en: {
    draft: "is not on sale yet",
    phase_out: "is being phased out and takes no new orders",
    withdrawn: "is withdrawn",
  },
};

const stagesZh: Record<Stage, string> = {
  submitted: "已提交",
  awaiting_approval: "待审核",
  rejected: "退回",
  cancelled: "已取消",
  unrouted: "待配货",
  routed: "已排仓",
  released: "配货中",
  part_shipped: "部分发出",
  shipped: "在途",
  delivered: "已签收",
  completed: "已结清",
};
const stagesEn: Record<Stage, string> = {
  submitted: "Submitted",
  awaiting_approval: "To approve",
  rejected: "Rejected",
  cancelled: "Cancelled",
  unrouted: "To route",
  routed: "Routed",
  released: "Picking",
  part_shipped: "Part shipped",
  shipped: "On the way",
  delivered: "Delivered",
  completed: "Completed",
};
const commands: { zh: Record<OrderCommand, string>; en: Record<OrderCommand, string> } = {
  zh: {
    approve: "通过",
    reject: "退回",
    cancel: "取消",
    expire_reservation: "放开锁货",
    route: "排仓",
    release: "交仓库",
    ship: "发货",
    deliver: "签收",
    complete: "结清",
  },
  en: {
    approve: "approved",
    reject: "rejected",
    cancel: "cancelled",
    expire_reservation: "released",
    route: "routed",
    release: "released",
    ship: "shipped",
    deliver: "delivered",
    complete: "completed",
  },
};

const refusedZh: Words = {
  wrong_stage: ({ stage, command }) =>
    `订单现在是“${stagesZh[stage]}”，不能${commands.zh[command]}`,
  changed_meanwhile: () => "你打开之后，别人刚改过。看一眼新的，再做一次。",
  already_picking: () => "仓库已经在配货，要停请找你的业务员",
  other_gate: ({ gate }) => gate === "dealer" ? "先等经销商自己审" : "现在等厂家审",
  placed_by_you: () => "这单是你下的，要别人来审",
  stock_gone: ({ sku, needed, available }) =>
    `锁货到期后 ${sku} 被订走了：要 ${count(needed)}，只剩 ${count(available)}（按基本单位）`,
  no_lines: () => "一行商品也没有",
  too_many_lines: ({ count: n, most }) =>
    `这张单有 ${count(n)} 行，一单至多 ${count(most)} 行。分成几张再提交。`,
  dealer_suspended: ({ dealer }) => `经销商 ${dealer} 已停用，不能下单`,
  dealer_does_not_sell: ({ dealer }) =>
    `${dealer} 没有“卖货”职能，不能下单。要它下单，先在伙伴页勾上。`,
  dealer_does_not_settle: ({ dealer }) =>
    `${dealer} 没有“结算”职能，下了单没人付款。要它自己付，先在伙伴页勾上。`,
  dealer_without_pool: ({ dealer }) => `${dealer} 没有库存池，订单没处占货。先在伙伴页选一个。`,
  organisation_not_in_force: ({ organisation, from, until }) =>
    until === null
      ? `供货的组织 ${organisation} 从 ${from} 起才启用，现在不能下单`
      : `供货的组织 ${organisation} 只在 ${from} 到 ${until} 前启用，现在不能下单`,
  channel_not_yours: ({ channel, own }) =>
    `你的订单走 ${own} 渠道，不能写成 ${channel}。不填 channel 就行。`,
  unknown_address: () => "没有这个收货地址",
  unknown_sku: ({ sku }) => `没有编码 ${sku} 的商品`,
  sku_not_on_sale: ({ sku, state }) => `${sku} ${skuStates.zh[state]}`,
  unknown_unit: ({ sku, unit, units }) => `${sku} 不按“${unit}”卖，可用：${units.join("、")}`,
  quantity_not_positive: ({ quantity }) => `数量要是 1 以上的整数，不是 ${quantity}`,
  no_price: ({ sku, unit }) => `${sku} 按${unit}没有给你的价格`,
  price_expired: ({ sku, expiredAt }) =>
    `${sku} 的价格到 ${expiredAt.slice(0, 10)} 为止，新价还没定`,
  stock_short: ({ needed, available, unit }) =>
    `要 ${count(needed)} ${unit}，可订 ${count(available)} ${unit}`,
  freight_currency_differs: ({ needed, actual }) => `运费要用 ${needed}，不是 ${actual}`,
  discount_not_allowed: () => "你不能给折扣或改运费",
  discount_reason_missing: () => "给折扣要写原因",
  discount_unreadable: () => "折扣要写成 5 或 2.5 这样的百分数，不超过 100",
  not_a_date: ({ typed }) => `希望送达要写成 2026-11-22 这样的日期，不是“${typed}”`,
  date_in_the_past: ({ day, today }) => `希望送达 ${day} 已经过了，今天是 ${today}`,
  external_number_taken: ({ externalNumber, number }) =>
    `外部单号 ${externalNumber} 已经是订单 ${number}`,
  credit_account_missing: ({ currency }) => `还没有 ${currency} 的信用账户，找你的业务员开`,
  credit_exceeded: ({ limitMinor, usedMinor, wantedMinor, overMinor, currency }) =>
    `额度 ${amount(limitMinor, currency)}，已用 ${amount(usedMinor, currency)}，这单 ${
      amount(wantedMinor, currency)
    }，超出 ${amount(overMinor, currency)}`,
  receivable_overdue: ({ overdueMinor, currency }) =>
    `有 ${amount(overdueMinor, currency)} 过了账期没付`,
};

const refusedEn: Words = {
  wrong_stage: ({ stage, command }) =>
    `It cannot be ${commands.en[command]}: its status is ${stagesEn[stage]}`,
  changed_meanwhile: () =>
    "Somebody changed it after you opened it. Look at the new state and try again.",
  already_picking: () => "The warehouse is picking it; ask your sales contact to stop it",
  other_gate: ({ gate }) =>
    gate === "dealer"
      ? "The dealer's own approver comes first"
      : "It now waits for the brand's approval",
  placed_by_you: () => "You placed this order, so somebody else approves it",
  stock_gone: ({ sku, needed, available }) =>
    `${sku} was taken after the hold ran out: ${count(needed)} wanted, ${
      count(available)
    } left (base units)`,
  no_lines: () => "There is not a single line",
  too_many_lines: ({ count: n, most }) =>
    `This order has ${count(n)} lines; one order takes at most ${
      count(most)
    }. Split it into several.`,
  dealer_suspended: ({ dealer }) => `Dealer ${dealer} is suspended and cannot order`,
  dealer_does_not_sell: ({ dealer }) =>
    `${dealer} does not sell, so it cannot order. Tick that function on its page if it should.`,
  dealer_does_not_settle: ({ dealer }) =>
    `${dealer} does not settle, so nobody would pay. Tick that function on its page if it pays itself.`,
  dealer_without_pool: ({ dealer }) =>
    `${dealer} has no stock pool to reserve in. Choose one on its page first.`,
  organisation_not_in_force: ({ organisation, from, until }) =>
    until === null
      ? `The organisation ${organisation} that sells to it is in use from ${from} only`
      : `The organisation ${organisation} that sells to it is in use from ${from} until ${until} only`,
  channel_not_yours: ({ channel, own }) =>
    `Your orders come through ${own}, not ${channel}. Leave the channel out.`,
  unknown_address: () => "There is no such delivery address",
  unknown_sku: ({ sku }) => `No product has the code ${sku}`,
  sku_not_on_sale: ({ sku, state }) => `${sku} ${skuStates.en[state]}`,
  unknown_unit: ({ sku, unit, units }) =>
    `${sku} is not sold by ${unit}; choose ${units.join(", ")}`,
  quantity_not_positive: ({ quantity }) =>
    `The quantity must be a whole number from 1, not ${quantity}`,
  no_price: ({ sku, unit }) => `${sku} has no price for you by ${unit}`,
  price_expired: ({ sku, expiredAt }) =>
    `The price of ${sku} ended on ${expiredAt.slice(0, 10)}; there is no new one yet`,
  stock_short: ({ needed, available, unit }) =>
    `${count(needed)} ${unit} wanted, ${count(available)} ${unit} can be ordered`,
  freight_currency_differs: ({ needed, actual }) => `The freight is in ${needed}, not ${actual}`,
  discount_not_allowed: () => "You may not give discounts or change the freight",
  discount_reason_missing: () => "A discount needs a reason",
  discount_unreadable: () => "A discount is a per cent such as 5 or 2.5, at most 100",
  not_a_date: ({ typed }) => `The wanted day is a date such as 2026-11-22, not "${typed}"`,
  date_in_the_past: ({ day, today }) => `The wanted day ${day} is over; today is ${today}`,
  external_number_taken: ({ externalNumber, number }) =>
    `Your number ${externalNumber} is already order ${number}`,
  credit_account_missing: ({ currency }) =>
    `There is no ${currency} credit account yet; ask your sales contact`,
  credit_exceeded: ({ limitMinor, usedMinor, wantedMinor, overMinor, currency }) =>
    `Limit ${amount(limitMinor, currency)}, used ${amount(usedMinor, currency)}, this order ${
      amount(wantedMinor, currency)
    }: ${amount(overMinor, currency)} too much`,
  receivable_overdue: ({ overdueMinor, currency }) =>
    `${amount(overdueMinor, currency)} is past its due date`,
};

const zh = {
  list: orderListText.zh,
  page: orderPageText.zh,
  refused: refusedZh,
  stages: stagesZh,
};

const en: typeof zh = {
  list: orderListText.en,
  page: orderPageText.en,
  refused: refusedEn,
  stages: stagesEn,
};

export const orderWords = words({ zh, en });
