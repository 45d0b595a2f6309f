import { accept, type Decision, refuse } from "~/domain/_kernel/decision.ts";
import type { ParkedWorkRerun } from "./events.ts";

export type OutboxEntry = { id: number; type: string; aggregateId: string; state: string };
export type RerunRefusal = { reason: "work_not_parked"; eventType: string; at?: string };

/** Its own aggregate was held back behind it, so the order of that aggregate's events stays. */
export function rerunParked(entry: OutboxEntry): Decision<ParkedWorkRerun, RerunRefusal> {
  const { id: outboxId, type: eventType, aggregateId: subject, state } = entry;
  if (state !== "parked") return refuse({ reason: "work_not_parked", eventType });
  return accept({ type: "ParkedWorkRerun", subject, outboxId, eventType });
}
