import { found } from "~/db/_engine/not_found.ts";
import type { Reader } from "~/db/_engine/reader.ts";

export type AuditLine = {
  seq: number;
  at: string;
  userId: string;
  userName: string;
  action: string;
  subjectId: string;
  /** The types of its events; empty once they are erased. */
  types: string[];
};

export type AuditFilter = { subject?: string; user?: string; before?: number; after?: number };

/** One page of the trail, newest first; `before` and `after` are sequence numbers. */
export async function listAudit(
  reader: Reader,
  { subject, user, before, after }: AuditFilter,
  limit: number,
): Promise<AuditLine[]> {
  let query = reader.from("audit")
    .select(["seq", "at", "user_id", "user_name", "action", "subject_id", "events"]);
  if (subject) query = query.where("subject_id", "=", subject);
  if (user) query = query.where("user_id", "=", user);
  if (before !== undefined) query = query.where("seq", "<", before);
  if (after !== undefined) query = query.where("seq", ">", after);
  const isForward = after !== undefined;
  const rows = await query.orderBy("seq", isForward ? "asc" : "desc").limit(limit).execute();
  return (isForward ? rows.reverse() : rows).map(({ events, ...row }) => ({
    seq: row.seq,
    at: row.at,
    userId: row.user_id,
    userName: row.user_name,
    action: row.action,
    subjectId: row.subject_id,
    types: eventsOf(events).map(({ type }) => type),
  }));
}

export type AuditedEvent = { type: string; [field: string]: unknown };

function eventsOf(events: string | null): AuditedEvent[] {
  return events === null ? [] : JSON.parse(events);
}

export type AuditEntry = AuditLine & {
  onBehalfOf: string | null;
  events: AuditedEvent[] | null;
  hash: string;
  previousHash: string;
};

export async function loadAuditEntry(reader: Reader, seq: number): Promise<AuditEntry> {
  const row = found(
    await reader.from("audit").leftJoin("partner", "partner.id", "audit.on_behalf_of")
      .selectAll("audit").select("partner.name_zh as behalf").where("seq", "=", seq)
      .executeTakeFirst(),
    "audit entry",
  );
  const events = row.events === null ? null : eventsOf(row.events);
  return {
    seq: row.seq,
    at: row.at,
    userId: row.user_id,
    userName: row.user_name,
    action: row.action,
    subjectId: row.subject_id,
    types: (events ?? []).map(({ type }) => type),
    onBehalfOf: row.behalf ?? row.on_behalf_of,
    events,
    hash: row.hash,
    previousHash: row.previous_hash,
  };
}
