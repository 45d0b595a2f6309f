import { found } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
import { unpark } from "~/db/_engine/relaying.ts";
import { ChangedMeanwhile } from "~/db/_engine/tx.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Writers } from "~/db/writers.ts";
import type { ParkedWorkRerun } from "~/domain/platform/events.ts";
import type { OutboxEntry } from "~/domain/platform/rerun_parked.ts";

const byId = prepared((reader, p: { id: number }) =>
  reader.from("outbox").select(["id", "type", "aggregate_id", "state"]).where("id", "=", p.id)
);

export function loadOutboxEntry(reader: Reader, id: number): OutboxEntry {
  const row = found(byId(reader, { id })[0], "outbox entry");
  return { id: row.id, type: row.type, aggregateId: row.aggregate_id, state: row.state };
}

export const parkedWorkWriters = {
  ParkedWorkRerun(tx, { outboxId }) {
    if (!unpark(tx, outboxId)) throw new ChangedMeanwhile(`outbox ${outboxId}`);
  },
} satisfies Writers<ParkedWorkRerun>;
