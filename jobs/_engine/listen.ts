import type { Instant } from "~/domain/_kernel/period.ts";
import type { EventOf, EventType } from "~/domain/events.ts";
import type { Engine } from "~/db/_engine/engine.ts";
import type { EventBase } from "~/db/_engine/outbox.ts";

export type Delivery = {
  engine: Engine;
  /** To be handed to `engine.transact`: the second delivery of the same event then does nothing. */
  once: { outboxId: number; listener: string };
  /** When the event happened, not when it is delivered. */
  at: Instant;
};

export type Handler<Event> = (event: Event, delivery: Delivery) => Promise<void>;
export type Listener = { type: string; name: string; handle: Handler<EventBase> };

/** One line in jobs/mod.ts. `name` is what was done for an event, for ever: do not rename it. */
export function listen<Type extends EventType>(
  type: Type,
  name: string,
  handle: Handler<EventOf<Type>>,
): Listener {
  return { type, name, handle: handle as unknown as Handler<EventBase> };
}
