import type { PartnerId, UserId } from "./id.ts";
import type { Instant } from "./period.ts";

/** Who acts, when, and for whom. `newId` is the injected source of ids, so decisions stay pure. */
export type By = {
  userId: UserId;
  name: string;
  at: Instant;
  onBehalfOf: PartnerId | null;
  newId: () => string;
};

/** The part of `By` that is kept with an event. */
export type Actor = { userId: UserId; name: string; at: Instant; onBehalfOf: PartnerId | null };

export function actorOf({ userId, name, at, onBehalfOf }: By): Actor {
  return { userId, name, at, onBehalfOf };
}
