import type { By } from "../_kernel/by.ts";
import { accept, type Decision, refuseIfAny } from "../_kernel/decision.ts";
import type {
  AddressId,
  OrderId,
  OrganisationId,
  PartnerId,
  PoolId,
  RegionId,
  SkuId,
} from "../_kernel/id.ts";
import { type NextNumber, numberOf } from "../_kernel/number.ts";
import { type Day, dayOf, hourMs, type Instant, isDay, plusMs } from "../_kernel/period.ts";
import { toBase, type Unit } from "../_kernel/quantity.ts";
import { isInForce, type Organisation } from "../channel/organisation.ts";
import { type DueReservation, type PoolBalance, reserve } from "../inventory/reserve.ts";
import type { ReservationVoided, StockReserved } from "../inventory/reservation_events.ts";
import type { CreditMoved } from "../policy/events.ts";
import {
  checkCredit,
  type CreditAccount,
  type CreditConcern,
  useCredit,
} from "../policy/credit/use_credit.ts";
import type { PriceRow } from "../policy/price/choose_price.ts";
import {
  type BasketLine,
  expiredAt,
  priceBasket,
  type PricedBasket,
  type PricedLine,
} from "../policy/price/price_basket.ts";
import type {
  ApprovalAsked,
  OrderConfirmed,
  OrderSubmitted,
  PriceWhy,
  SubmittedLine,
} from "./events.ts";
import type { ApprovalCause, Gate } from "./order.ts";

export const mostLines = 1000;
/** A reservation that waits for a person is given up after three days. */
export const approvalHours = 72;
const beatenKept = 4;

export type WishedLine = {
  sku: string;
  /** The SKU's sales unit when absent. */
  unit?: string;
  quantity: number;
  discountBasisPoints?: number;
  discountReason?: string;
};

export type PlaceOrder = {
  address?: string;
  channel: string;
  externalNumber?: string | null;
  note?: string;
  /** As it was written: it may be no day at all. */
  requiredOn?: string | null;
  freightMinor?: number;
  /** As the caller wrote it; absent: the dealer's own. */
  freightCurrency?: string;
  draftId?: string | null;
  lines: readonly WishedLine[];
};

export type PlacingDealer = {
  id: PartnerId;
  code: string;
  state: "active" | "suspended";
  organisationId: OrganisationId;
  /** Who sells to it, and from when until when. */
  organisation: Pick<Organisation, "code" | "validFrom" | "validUntil">;
  regionId: RegionId;
  /** Its region and those above, the nearest first. */
  regionLine: readonly RegionId[];
  /** Null: it has nowhere to draw stock from. */
  poolId: PoolId | null;
  /** Whether it may sell on what it buys, and whether it pays for it by itself. */
  functions: { sells: boolean; settles: boolean };
  grade: string | null;
  currency: string;
  approvalLimitMinor: number | null;
  /** What its organisation lets us agree without being asked. */
  discountLimitBasisPoints: number;
};

export type PlacingSku = {
  id: SkuId;
  code: string;
  state: "draft" | "on_sale" | "phase_out" | "withdrawn";
  baseUnit: string;
  salesUnit: string;
  units: readonly Unit[];
  taxRateBasisPoints: number;
  weightGram: number;
};

/** Everything a placing is decided on, loaded in one unit. */
export type PlacingFacts = {
  number: NextNumber;
  dealer: PlacingDealer;
  address: { id: AddressId } | null;
  skus: ReadonlyMap<string, PlacingSku>;
  prices: ReadonlyMap<SkuId, readonly PriceRow[]>;
  balances: readonly PoolBalance[];
  due: readonly DueReservation[];
  credit: CreditAccount | null;
  externalNumberTaken: string | null;
  /** May agree discounts and freight. */
  mayDiscount: boolean;
  /** Orders above the dealer's own limit need the dealer's approver. */
  boundByDealerLimit: boolean;
  /** The only channel the caller may order through; null: any, since they order for several. */
  boundToChannel: string | null;
};

export type PlaceOrderRefusal =
  | { reason: "no_lines"; at?: string }
  | { reason: "too_many_lines"; count: number; most: number; at?: string }
  | { reason: "dealer_suspended"; dealer: string; at?: string }
  | { reason: "dealer_does_not_sell"; dealer: string; at?: string }
  | { reason: "dealer_does_not_settle"; dealer: string; at?: string }
  | { reason: "dealer_without_pool"; dealer: string; at?: string }
  | {
    reason: "organisation_not_in_force";
    organisation: string;
    from: Day;
    until: Day | null;
    at?: string;
  }
  | { reason: "channel_not_yours"; channel: string; own: string; at?: string }
  | { reason: "unknown_address"; at?: string }
  | { reason: "unknown_sku"; sku: string; at?: string }
  | {
    reason: "sku_not_on_sale";
    sku: string;
    state: "draft" | "phase_out" | "withdrawn";
    at?: string;
  }
  | { reason: "unknown_unit"; sku: string; unit: string; units: readonly string[]; at?: string }
  | { reason: "quantity_not_positive"; sku: string; quantity: number; at?: string }
  | { reason: "no_price"; sku: string; unit: string; at?: string }
  | { reason: "price_expired"; sku: string; unit: string; expiredAt: Instant; at?: string }
  | {
    reason: "stock_short";
    sku: string;
    needed: number;
    available: number;
    unit: string;
    at?: string;
  }
  | { reason: "freight_currency_differs"; needed: string; actual: string; at?: string }
  | { reason: "discount_not_allowed"; at?: string }
  | { reason: "discount_reason_missing"; at?: string }
  | { reason: "discount_unreadable"; at?: string }
  | { reason: "not_a_date"; typed: string; at?: string }
  | { reason: "date_in_the_past"; day: Day; today: Day; at?: string }
  | { reason: "external_number_taken"; externalNumber: string; number: string; at?: string }
  | { reason: "credit_account_missing"; currency: string; at?: string }
  | CreditConcern;

export type PlacingEvent =
  | OrderSubmitted
  | StockReserved
  | ReservationVoided
  | CreditMoved
  | ApprovalAsked
  | OrderConfirmed;

export type ResolvedLine = { wished: WishedLine; sku: PlacingSku; unit: Unit; basket: BasketLine };

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

/** The lines that can be understood, priced; what cannot is added to the refusals. Previews use it too. */
export function quoteLines(
  command: PlaceOrder,
  facts: PlacingFacts,
  { refusals, by }: { refusals: PlaceOrderRefusal[]; by: By },
): { resolved: ResolvedLine[]; priced: PricedBasket } {
  const resolved = resolveLines(command, facts, refusals);
  const priced = priceWishes(resolved, command, facts, by);
  checkPrices(resolved, priced, refusals);
  return { resolved, priced };
}

/** Whether this partner may buy at all: it sells on, it pays, and somebody of ours is there to sell. */
function checkDealer({ dealer }: PlacingFacts, { at: now }: By): PlaceOrderRefusal[] {
  const { code, state, functions, poolId, organisation } = dealer;
  const found: PlaceOrderRefusal[] = [];
  const refused = (
    reason:
      | "dealer_suspended"
      | "dealer_does_not_sell"
      | "dealer_does_not_settle"
      | "dealer_without_pool",
  ) => found.push({ reason, dealer: code, at: "/dealer" });
  if (state === "suspended") refused("dealer_suspended");
  if (!functions.sells) refused("dealer_does_not_sell");
  if (!functions.settles) refused("dealer_does_not_settle");
  if (poolId === null) refused("dealer_without_pool");
  if (!isInForce(organisation, dayOf(now))) {
    const { code: name, validFrom: from, validUntil: until } = organisation;
    found.push({
      reason: "organisation_not_in_force",
      organisation: name,
      from,
      until,
      at: "/dealer",
    });
  }
  return found;
}

function checkHeader(command: PlaceOrder, facts: PlacingFacts, by: By): PlaceOrderRefusal[] {
  const { lines, freightMinor = 0, externalNumber, channel } = command;
  const { currency } = facts.dealer;
  const { freightCurrency = currency } = command;
  const found: PlaceOrderRefusal[] = [];
  if (lines.length === 0) found.push({ reason: "no_lines", at: "/lines" });
  if (lines.length > mostLines) {
    found.push({ reason: "too_many_lines", count: lines.length, most: mostLines, at: "/lines" });
  }
  found.push(...checkDealer(facts, by));
  const { boundToChannel: own } = facts;
  if (own !== null && channel !== own) {
    found.push({ reason: "channel_not_yours", channel, own, at: "/channel" });
  }
  if (!facts.address) found.push({ reason: "unknown_address", at: "/address" });
  if (freightMinor > 0 && !facts.mayDiscount) {
    found.push({ reason: "discount_not_allowed", at: "/freight" });
  }
  if (freightCurrency !== currency) {
    found.push({
      reason: "freight_currency_differs",
      needed: currency,
      actual: freightCurrency,
      at: "/freight/currency",
    });
  }
  if (externalNumber && facts.externalNumberTaken) {
    found.push({
      reason: "external_number_taken",
      externalNumber,
      number: facts.externalNumberTaken,
      at: "/externalNumber",
    });
  }
  return found;
}

function checkWantedDay({ requiredOn }: PlaceOrder, { at: now }: By): PlaceOrderRefusal[] {
  if (!requiredOn) return [];
  const at = "/requiredOn";
  if (!isDay(requiredOn)) return [{ reason: "not_a_date", typed: requiredOn, at }];
  const today = dayOf(now);
  return requiredOn < today ? [{ reason: "date_in_the_past", day: requiredOn, today, at }] : [];
}

function resolveLines(
  { lines }: PlaceOrder,
  { skus, prices, mayDiscount }: PlacingFacts,
  refusals: PlaceOrderRefusal[],
): ResolvedLine[] {
  const resolved: ResolvedLine[] = [];
  lines.forEach((wished, index) => {
    const at = `/lines/${index}`;
    const sku = skus.get(wished.sku);
    if (!sku) {
      return void refusals.push({ reason: "unknown_sku", sku: wished.sku, at: `${at}/sku` });
    }
    if (sku.state !== "on_sale") {
      return void refusals.push({
        reason: "sku_not_on_sale",
        sku: sku.code,
        state: sku.state,
        at: `${at}/sku`,
      });
    }
    const unitCode = wished.unit ?? sku.salesUnit;
    const unit = sku.units.find(({ code }) => code === unitCode);
    if (!unit) {
      const units = sku.units.map(({ code }) => code);
      return void refusals.push({
        reason: "unknown_unit",
        sku: sku.code,
        unit: unitCode,
        units,
        at: `${at}/unit`,
      });
    }
    if (!Number.isSafeInteger(wished.quantity) || wished.quantity < 1) {
      const { quantity } = wished;
      return void refusals.push({
        reason: "quantity_not_positive",
        sku: sku.code,
        quantity,
        at: `${at}/quantity`,
      });
    }
    const { discountBasisPoints: rate = 0 } = wished;
    const discountBasisPoints = Number.isNaN(rate) ? 0 : rate;
    if (Number.isNaN(rate)) {
      refusals.push({ reason: "discount_unreadable", at: `${at}/discountBasisPoints` });
    }
    if (discountBasisPoints > 0 && !mayDiscount) {
      refusals.push({ reason: "discount_not_allowed", at: `${at}/discountBasisPoints` });
    }
    if (discountBasisPoints > 0 && !wished.discountReason) {
      refusals.push({ reason: "discount_reason_missing", at: `${at}/discountReason` });
    }
    resolved.push({
      wished,
      sku,
      unit,
      basket: {
        lineNo: index + 1,
        sku: sku.code,
        unit: unit.code,
        quantity: wished.quantity,
        discountBasisPoints,
        taxRateBasisPoints: sku.taxRateBasisPoints,
        prices: prices.get(sku.id) ?? [],
      },
    });
  });
  return resolved;
}

function priceWishes(
  resolved: readonly ResolvedLine[],
  { channel, freightMinor = 0 }: PlaceOrder,
  { dealer }: PlacingFacts,
  by: By,
): PricedBasket {
  return priceBasket(resolved.map(({ basket }) => basket), {
    organisationId: dealer.organisationId,
    channel,
    regionLine: dealer.regionLine,
    grade: dealer.grade,
    dealerId: dealer.id,
    currency: dealer.currency,
    at: by.at,
    freightMinor,
  });
}

function checkPrices(
  resolved: readonly ResolvedLine[],
  { lines }: PricedBasket,
  refusals: PlaceOrderRefusal[],
): void {
  resolved.forEach(({ sku, unit, basket }, i) => {
    const { choice } = lines[i]!;
    if (choice.winner) return;
    const at = `/lines/${basket.lineNo - 1}/sku`;
    const ended = expiredAt(choice);
    refusals.push(
      ended
        ? { reason: "price_expired", sku: sku.code, unit: unit.code, expiredAt: ended, at }
        : { reason: "no_price", sku: sku.code, unit: unit.code, at },
    );
  });
}

export type Gated = { gate: Gate; causes: ApprovalCause[] };

/** The dealer's own approver first, then ours. */
export function gatesOf(
  facts: PlacingFacts,
  { resolved, priced: { totalMinor } }: {
    resolved: readonly ResolvedLine[];
    priced: PricedBasket;
  },
): Gated[] {
  const { dealer, boundByDealerLimit, credit } = facts;
  const ours = [
    ...(credit ? checkCredit(credit, totalMinor).approvals.map(causeOf) : []),
    ...overDiscounted(resolved, dealer),
  ];
  const gates: Gated[] = [];
  const { approvalLimitMinor: limitMinor, currency } = dealer;
  if (boundByDealerLimit && limitMinor !== null && totalMinor > limitMinor) {
    gates.push({
      gate: "dealer",
      causes: [{ cause: "above_buyer_limit", limitMinor, totalMinor, currency }],
    });
  }
  if (ours.length > 0) gates.push({ gate: "company", causes: ours });
  return gates;
}

function causeOf(concern: CreditConcern): ApprovalCause {
  const { currency } = concern;
  return concern.reason === "credit_exceeded"
    ? { cause: "credit_exceeded", overMinor: concern.overMinor, currency }
    : { cause: "receivable_overdue", overdueMinor: concern.overdueMinor, currency };
}

/** One cause for the whole order: the largest discount stands for all that are above the limit. */
function overDiscounted(
  resolved: readonly ResolvedLine[],
  { discountLimitBasisPoints: limitBasisPoints }: PlacingDealer,
): ApprovalCause[] {
  const over = resolved.map(({ basket }) => basket)
    .filter(({ discountBasisPoints }) => discountBasisPoints > limitBasisPoints)
    .sort((a, b) => b.discountBasisPoints - a.discountBasisPoints);
  const [most] = over;
  if (!most) return [];
  const { sku, discountBasisPoints } = most;
  return [{
    cause: "discount_above_limit",
    limitBasisPoints,
    discountBasisPoints,
    sku,
    lines: over.length,
  }];
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
