import type { ProductCenterEvent } from "./product/events.ts";

/** Everything that can happen: one line a center. */
export type AnyEvent = ProductCenterEvent;

export type EventType = AnyEvent["type"];
export type EventOf<Type extends EventType> = Extract<AnyEvent, { type: Type }>;
