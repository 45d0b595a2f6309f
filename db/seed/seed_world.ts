import { noteDelivered, waitingEvents } from "~/db/_engine/relaying.ts";
import type { Engine } from "~/db/_engine/engine.ts";
import { Past } from "./past.ts";
import { Random } from "./random.ts";
import { plant, type Planting, type WorldName } from "./worlds.ts";

const eventsAtOnce = 4000;

export type Seeded = { ok: true } | { ok: false; reason: "not_empty" };

/** Whether nothing was ever done here. */
export function isEmpty(engine: Engine): boolean {
  return engine.read.all("select 1 from audit limit 1", []).length === 0;
}

/**
 * Fills an empty database with a named world that ends at the engine's now. A database in which
 * anything was ever done is left alone. Listeners have nothing left to do afterwards.
 */
export async function seedWorld(
  engine: Engine,
  world: WorldName,
  planting: Planting,
): Promise<Seeded> {
  if (!isEmpty(engine)) return { ok: false, reason: "not_empty" };
  await plant[world](new Past(engine, new Random(world)), planting);
  await forgetWork(engine);
  return { ok: true };
}

/** The seed has done itself what listeners would do; nobody is to do it again at the start. */
async function forgetWork(engine: Engine): Promise<void> {
  for (
    let events = waitingEvents(engine.read, 0, eventsAtOnce);
    events.length > 0;
    events = waitingEvents(engine.read, 0, eventsAtOnce)
  ) {
    const ids = events.map(({ id }) => id);
    await engine.writer.write((tx) => Promise.resolve(noteDelivered(tx, ids, [])));
  }
}
