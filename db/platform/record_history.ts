import { sql } from "kysely";
import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";

/** One act on a record, with its events as they were kept. */
export type RecordAct = {
  seq: number;
  at: string;
  userName: string;
  /** The right it was done with: product.edit, product.import. */
  action: string;
  events: readonly { type: string; [field: string]: unknown }[];
};

const acts = prepared((reader, p: { subject: string; limit: number }) =>
  reader.from("audit").select(["seq", "at", "user_name", "action", "events"])
    .where("subject_id", "=", p.subject).orderBy("seq", "desc")
    .limit(sql<number>`${p.limit}`)
);

/** What was done to a record the reader may see, newest first. */
export function recordHistory(reader: Reader, subject: string, limit = 30): RecordAct[] {
  const whole = reader.asSystem("whoever may see a record may see who changed it");
  return acts(whole, { subject, limit }).map((row) => ({
    seq: row.seq,
    at: row.at,
    userName: row.user_name,
    action: row.action,
    events: row.events === null ? [] : JSON.parse(row.events),
  }));
}
