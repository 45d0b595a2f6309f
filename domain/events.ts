import type { InventoryEvent } from "./inventory/events.ts";
import type { DispatchCenterEvent } from "./dispatch/events.ts";
import type { SettlementCenterEvent } from "./settlement/events.ts";
import type { ReservationEvent } from "./inventory/reservation_events.ts";
import type { OrderCenterEvent } from "./order/events.ts";
import type { RateCardSaved } from "./dispatch/rate_card.ts";
import type { CreditAccountSaved } from "./policy/credit/credit_terms.ts";
import type { CreditMoved } from "./policy/events.ts";
import type { PriceEvent } from "./policy/price/events.ts";
import type { PlatformEvent } from "./platform/events.ts";
import type { ChannelEvent } from "./channel/events.ts";
import type { ProductCenterEvent } from "./product/events.ts";

/** Everything that can happen: one line a center. */
export type AnyEvent =
  | PlatformEvent
  | InventoryEvent
  | ReservationEvent
  | OrderCenterEvent
  | DispatchCenterEvent
  | SettlementCenterEvent
  | CreditMoved
  | PriceEvent
  | CreditAccountSaved
  | RateCardSaved
  | ChannelEvent
  | ProductCenterEvent;

export type EventType = AnyEvent["type"];
export type EventOf<Type extends EventType> = Extract<AnyEvent, { type: Type }>;
