import { type Decision, type RefusalBase, refuse } from "~/domain/_kernel/decision.ts";
import type { EventBase } from "./outbox.ts";
import type { Seams } from "./seams.ts";
import { type EventWriters, runUnit, type Unit } from "./transact.ts";
import { ChangedMeanwhile, Tx } from "./tx.ts";
import type { Writer } from "./writer.ts";

type AnyUnit = Unit<unknown, EventBase, RefusalBase>;
export type Rehearsed = Decision<EventBase, RefusalBase>;

/** How a rehearsal ends: the writer undoes whatever throws. */
class Undo extends Error {}

/**
 * Units one after the other as they would be run, each seeing what those before it wrote, and all of
 * it undone at the end. It is one unit to the writer, which stands still meanwhile: for hundreds of
 * units, not for thousands.
 */
export async function rehearse(
  { writer, writers, seams }: { writer: Writer; writers: EventWriters; seams: Seams },
  units: readonly AnyUnit[],
): Promise<Rehearsed[]> {
  const decisions: Rehearsed[] = [];
  try {
    await writer.write(async ({ connection }) => {
      for (const unit of units) {
        connection.exec("savepoint rehearsed");
        const decision = await tryOne(new Tx(connection), unit, { writers, seams });
        if (!decision.ok) connection.exec("rollback to rehearsed");
        connection.exec("release rehearsed");
        decisions.push(decision);
      }
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return decisions;
}

async function tryOne(
  tx: Tx,
  unit: AnyUnit,
  parts: { writers: EventWriters; seams: Seams },
): Promise<Rehearsed> {
  try {
    return await runUnit(tx, unit, parts);
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return refuse({ reason: "changed_meanwhile" });
    throw error;
  } finally {
    tx.end();
  }
}
