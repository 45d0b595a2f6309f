import type { DetailLine, OrderDetail, OrderRow } from "~/domain/order/read_models.ts";
import { stageOf } from "~/domain/order/order.ts";
import { whatStays } from "~/domain/order/what_stays.ts";
import type { OrderPart } from "~/domain/dispatch/read_models.ts";

const moneyIn = (currency: string) => (amountMinor: number) => ({ amountMinor, currency });

/** An order in a list. */
export function rowJson(row: OrderRow) {
  const { number, externalNumber, dealer, channel, stage, awaiting, promisedOn } = row;
  const money = moneyIn(row.currency);
  return {
    number,
    externalNumber,
    dealer: dealer.code,
    channel,
    status: stage,
    awaiting,
    total: money(row.totalMinor),
    promisedOn,
    submittedAt: row.submittedAt,
    placedBy: row.placedBy,
  };
}

/** A whole order: its total as it was agreed, and what of it is cancelled and payable now. Buckets are base units. */
export function detailJson(
  detail: OrderDetail,
  { parts, showPhone }: { parts: readonly OrderPart[]; showPhone: boolean },
) {
  const { order, dealer, address, approvals, timeline } = detail;
  const money = moneyIn(order.currency);
  const { phone, ...place } = address;
  const stays = whatStays(order);
  return {
    number: order.number,
    version: order.version,
    externalNumber: detail.externalNumber,
    dealer: dealer.code,
    channel: detail.channel,
    status: stageOf(order),
    awaiting: order.awaiting,
    reservedUntil: detail.reservedUntil,
    submittedAt: order.submittedAt,
    placedBy: detail.placedBy,
    note: detail.note,
    requiredOn: detail.requiredOn,
    promisedOn: detail.promisedOn,
    address: { ...place, ...(showPhone ? { phone } : {}) },
    goods: money(order.goodsMinor),
    discount: money(order.discountMinor),
    freight: money(order.freightMinor),
    total: money(order.totalMinor),
    cancelled: money(stays.cancelledMinor),
    payable: money(stays.payableMinor),
    tax: money(detail.taxMinor),
    lines: detail.lines.map((line) => lineJson(line, money)),
    approvals: approvals.map(({ decidedBy, ...approval }) => ({ ...approval, decidedBy })),
    fulfilments: parts.map(({ number, node, state, promisedOn, lines }) => ({
      number,
      node: node.code,
      status: state,
      promisedOn,
      lines,
    })),
    timeline: timeline.map(({ at, kind, who, onBehalfOf, reason }) => ({
      at,
      kind,
      who,
      onBehalfOf: onBehalfOf?.nameZh ?? null,
      reason,
    })),
  };
}

function lineJson(line: DetailLine, money: ReturnType<typeof moneyIn>) {
  const { open, allocated, released, shipped, delivered, cancelled } = line;
  return {
    line: line.lineNo,
    sku: line.sku,
    unit: line.unit,
    quantity: line.quantity,
    baseUnit: line.baseUnit,
    baseQuantity: line.baseQuantity,
    buckets: { open, allocated, released, shipped, delivered, cancelled },
    priceE4: line.priceE4,
    price: line.priceWhy,
    discountBasisPoints: line.discountBasisPoints,
    discountReason: line.discountReason,
    goods: money(line.goodsMinor),
    discount: money(line.discountMinor),
    freight: money(line.freightMinor),
    amount: money(line.goodsMinor - line.discountMinor),
    tax: money(line.taxMinor),
    taxRateBasisPoints: line.taxRateBasisPoints,
  };
}
