import type { By } from "../_kernel/by.ts";
import { accept, type Decision, refuseIfAny } from "../_kernel/decision.ts";
import type { OrderId, PoolId, SkuId } from "../_kernel/id.ts";
import { numberOf } from "../_kernel/number.ts";
import { hourMs, plusMs } from "../_kernel/period.ts";
import { toBase } from "../_kernel/quantity.ts";
import { reserve } from "../inventory/reserve.ts";
import { checkCredit, useCredit } from "../policy/credit/use_credit.ts";
import type { PricedBasket, PricedLine } from "../policy/price/price_basket.ts";
import { checkHeader, checkWantedDay } from "./check_header.ts";
import type {
  ApprovalAsked,
  OrderConfirmed,
  OrderSubmitted,
  PriceWhy,
  SubmittedLine,
} from "./events.ts";
import { type Gated, gatesOf } from "./gates.ts";
import {
  approvalHours,
  type PlaceOrder,
  type PlaceOrderRefusal,
  type PlacingEvent,
  type PlacingFacts,
  type ResolvedLine,
} from "./placing.ts";
import { quoteLines } from "./quote_lines.ts";

const beatenKept = 4;

/** A dealer's order: priced, its stock reserved and its credit used in one decision, or refused line by line. */
export function placeOrder(
  command: PlaceOrder,
  facts: PlacingFacts,
  by: By,
): Decision<PlacingEvent, PlaceOrderRefusal> {
  const refusals = [...checkHeader(command, facts, by), ...checkWantedDay(command, by)];
  if (refusals.some(({ reason }) => reason === "no_lines" || reason === "too_many_lines")) {
    return refuseIfAny(refusals)!;
  }
  const { resolved, priced } = quoteLines(command, facts, { refusals, by });
  const orderId = by.newId() as OrderId;
  const credit = facts.credit && checkCredit(facts.credit, priced.totalMinor);
  if (!facts.credit) {
    refusals.push({ reason: "credit_account_missing", currency: facts.dealer.currency });
  }
  if (credit) refusals.push(...credit.refusals);
  const gates = gatesOf(facts, { resolved, priced });
  const { poolId } = facts.dealer;
  if (poolId === null) return refuseIfAny(refusals)!;
  const stock = reserve({
    orderId,
    poolId,
    demand: resolved.map(({ sku, wished, unit }) => ({
      skuId: sku.id,
      quantity: toBase(wished.quantity, unit),
    })),
    balances: facts.balances,
    due: facts.due,
    expiresAt: gates.length > 0 ? plusMs(by.at, approvalHours * hourMs) : null,
  });
  refusals.push(...shortLines(resolved, stock.shortages));
  const refused = refuseIfAny(refusals);
  if (refused) return refused;
  const submitted = submit(command, facts, { orderId, poolId, resolved, priced, gates, by });
  return accept<PlacingEvent>(
    submitted,
    ...stock.events,
    useCredit(facts.credit!, orderId, submitted.number, priced.totalMinor),
    ...outcome(submitted, gates),
  );
}

/** A shortage is told at every line that wants the SKU, in the unit that line is written in. */
function shortLines(
  resolved: readonly ResolvedLine[],
  shortages: readonly { skuId: SkuId; needed: number; available: number }[],
): PlaceOrderRefusal[] {
  return resolved.flatMap(({ sku, unit, basket }) => {
    const short = shortages.find(({ skuId }) => skuId === sku.id);
    if (!short) return [];
    return [{
      reason: "stock_short" as const,
      sku: sku.code,
      needed: Math.ceil(short.needed / unit.factor),
      available: Math.floor(short.available / unit.factor),
      unit: unit.code,
      at: `/lines/${basket.lineNo - 1}/quantity`,
    }];
  });
}

function submit(
  command: PlaceOrder,
  { dealer, address, number }: PlacingFacts,
  { orderId, poolId, resolved, priced, gates, by }: {
    orderId: OrderId;
    poolId: PoolId;
    resolved: readonly ResolvedLine[];
    priced: PricedBasket;
    gates: readonly Gated[];
    by: By;
  },
): OrderSubmitted {
  return {
    type: "OrderSubmitted",
    subject: orderId,
    number: numberOf(number),
    takes: number,
    draftId: command.draftId ?? null,
    dealerId: dealer.id,
    organisationId: dealer.organisationId,
    regionId: dealer.regionId,
    poolId,
    addressId: address!.id,
    channel: command.channel,
    currency: dealer.currency,
    externalNumber: command.externalNumber ?? null,
    note: command.note ?? "",
    requiredOn: command.requiredOn || null,
    goodsMinor: priced.goodsMinor,
    discountMinor: priced.discountMinor,
    freightMinor: priced.freightMinor,
    totalMinor: priced.totalMinor,
    taxMinor: priced.taxMinor,
    commercial: gates.length > 0 ? "awaiting_approval" : "confirmed",
    awaiting: gates[0]?.gate ?? null,
    submittedAt: by.at,
    lines: resolved.map((line, i) => submittedLine(line, priced.lines[i]!)),
  };
}

function submittedLine(
  { wished, sku, unit, basket }: ResolvedLine,
  priced: PricedLine,
): SubmittedLine {
  return {
    lineNo: basket.lineNo,
    skuId: sku.id,
    sku: sku.code,
    unit: unit.code,
    unitFactor: unit.factor,
    quantity: wished.quantity,
    baseQuantity: toBase(wished.quantity, unit),
    priceListId: priced.choice.winner!.listId,
    priceE4: priced.priceE4,
    priceWhy: whyOf(priced),
    goodsMinor: priced.goodsMinor,
    discountBasisPoints: basket.discountBasisPoints,
    discountReason: wished.discountReason ?? "",
    discountMinor: priced.discountMinor,
    freightMinor: priced.freightMinor,
    taxRateBasisPoints: sku.taxRateBasisPoints,
    taxMinor: priced.taxMinor,
    weightGram: sku.weightGram * toBase(wished.quantity, unit),
  };
}

/** Rows that could have applied come first: they are what a person asks about. */
function whyOf({ choice }: PricedLine): PriceWhy {
  const { winner, losers } = choice;
  const beaten = losers.filter(({ row }) =>
    row.currency === winner!.currency && row.unit === winner!.unit
  )
    .slice(0, beatenKept)
    .map(({ row, because }) => ({
      list: row.listCode,
      minQuantity: row.minQuantity,
      priceE4: row.priceE4,
      because,
    }));
  return { list: winner!.listCode, minQuantity: winner!.minQuantity, beaten };
}

function outcome(
  submitted: OrderSubmitted,
  gates: readonly Gated[],
): (ApprovalAsked | OrderConfirmed)[] {
  const { subject, number, dealerId } = submitted;
  if (gates.length === 0) {
    return [{ type: "OrderConfirmed", subject, number, dealerId, version: 1, atSubmit: true }];
  }
  return gates.map(({ gate, causes }) => ({
    type: "ApprovalAsked",
    subject,
    version: 1,
    gate,
    causes,
    atSubmit: true,
  }));
}
