import type {
  AddressId,
  OrganisationId,
  PartnerId,
  PoolId,
  RegionId,
  SkuId,
} from "../_kernel/id.ts";
import type { NextNumber } from "../_kernel/number.ts";
import type { Day, Instant } from "../_kernel/period.ts";
import type { Unit } from "../_kernel/quantity.ts";
import type { Organisation } from "../channel/organisation.ts";
import type { ReservationVoided, StockReserved } from "../inventory/reservation_events.ts";
import type { DueReservation, PoolBalance } from "../inventory/reserve.ts";
import type { CreditAccount, CreditConcern } from "../policy/credit/use_credit.ts";
import type { CreditMoved } from "../policy/events.ts";
import type { PriceRow } from "../policy/price/choose_price.ts";
import type { BasketLine } from "../policy/price/price_basket.ts";
import type { ApprovalAsked, OrderConfirmed, OrderSubmitted } from "./events.ts";

export const mostLines = 1000;
/** A reservation that waits for a person is given up after three days. */
export const approvalHours = 72;

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
