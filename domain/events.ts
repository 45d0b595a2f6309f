import type { InventoryEvent } from "./inventory/events.ts";
import type { ReservationEvent } from "./inventory/reservation_events.ts";
import type { OrderCenterEvent } from "./order/events.ts";
import type { CreditMoved } from "./policy/events.ts";
import type { PlatformEvent } from "./platform/events.ts";
import type { ChannelEvent } from "./channel/events.ts";
import type { ProductCenterEvent } from "./product/events.ts";

/** Everything that can happen: one line a center. */
export type AnyEvent =
  | PlatformEvent
  | InventoryEvent
  | ReservationEvent
  | OrderCenterEvent
  | CreditMoved
  | ChannelEvent
  | ProductCenterEvent;

export type EventType = AnyEvent["type"];
export type EventOf<Type extends EventType> = Extract<AnyEvent, { type: Type }>;
