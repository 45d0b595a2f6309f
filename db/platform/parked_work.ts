import { found } from "~/db/_engine/not_found.ts";
import { prepared } from "~/db/_engine/prepared.ts";
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
  ParkedWorkRerun(tx, { outboxId: id }) {
    tx.changeOne("outbox", { id, state: "parked" }, {
      state: "pending",
      attempts: 0,
      next_at: null,
      error: null,
    });
  },
} satisfies Writers<ParkedWorkRerun>;
