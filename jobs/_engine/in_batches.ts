import type { Engine } from "~/db/_engine/engine.ts";
import type { EventBase } from "~/db/_engine/outbox.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { By } from "~/domain/_kernel/by.ts";
import type { Decision, RefusalBase } from "~/domain/_kernel/decision.ts";
import { systemUser } from "~/domain/platform/system_user.ts";

type Batches<Loaded, Event extends EventBase, Refusal extends RefusalBase> = {
  action: string;
  /** How many things a unit takes at most; each becomes one event. */
  inUnit: number;
  load: (facts: Reader, limit: number) => Loaded;
  decide: (loaded: Loaded, by: By) => Decision<Event, Refusal>;
};

/** The clock's own work, a batch a unit until nothing is left, so that nobody waits long behind it. Answers how much was done. */
export async function inBatches<Loaded, Event extends EventBase, Refusal extends RefusalBase>(
  engine: Engine,
  { action, inUnit, load, decide }: Batches<Loaded, Event, Refusal>,
): Promise<number> {
  for (let done = 0;;) {
    const decision = await engine.transact({
      action,
      author: systemUser,
      scope: { kind: "all" },
      load: (facts) => load(facts, inUnit),
      decide,
    });
    const count = decision.ok ? decision.events.length : 0;
    done += count;
    if (count < inUnit) return done;
  }
}
