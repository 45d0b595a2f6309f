import type { By } from "~/domain/_kernel/by.ts";
import type { Connection } from "./native.ts";
import { sha256 } from "./digest.ts";
import type { Tx } from "./tx.ts";

const genesis = "0".repeat(64);

export type AuditRow = {
  seq: number;
  at: string;
  user_id: string;
  user_name: string;
  on_behalf_of: string | null;
  action: string;
  subject_id: string;
  events: string | null;
  events_hash: string;
  previous_hash: string;
  hash: string;
};

function link(row: Omit<AuditRow, "hash" | "events">): string {
  return sha256(JSON.stringify([
    row.previous_hash,
    row.seq,
    row.at,
    row.user_id,
    row.user_name,
    row.on_behalf_of,
    row.action,
    row.subject_id,
    row.events_hash,
  ]));
}

/** Adds the next link of the chain. The head is read inside the unit, never kept in memory. */
export function appendAudit(
  tx: Tx,
  by: By,
  { action, subject, events }: { action: string; subject: string; events: string },
): number {
  const [head] = tx.all<{ seq: number; hash: string }>(
    "select seq, hash from audit order by seq desc limit 1",
  );
  const row = {
    seq: (head?.seq ?? 0) + 1,
    at: by.at,
    user_id: by.userId,
    user_name: by.name,
    on_behalf_of: by.onBehalfOf,
    action,
    subject_id: subject,
    events_hash: sha256(events),
    previous_hash: head?.hash ?? genesis,
  };
  tx.insert("audit", { ...row, events, hash: link(row) });
  return row.seq;
}

export type Link = { seq: number; hash: string };
export type ChainReport = { rows: number; head: Link; broken: { seq: number; why: string }[] };

/**
 * Walks the whole chain: any edited, removed or reordered row is named. A chain that was cut at its
 * end is found by the outbox rows that still point there and by `anchors`, heads seen earlier.
 */
export function verifyAudit(
  connection: Pick<Connection, "all">,
  { batch = 5000, anchors = [] }: { batch?: number; anchors?: readonly Link[] } = {},
): ChainReport {
  const anchored = new Map(anchors.map(({ seq, hash }) => [seq, hash]));
  const report: ChainReport = { rows: 0, head: { seq: 0, hash: genesis }, broken: [] };
  for (let rows: AuditRow[] | null = null; rows === null || rows.length === batch;) {
    rows = connection.all<AuditRow>("select * from audit where seq > ? order by seq limit ?", [
      report.head.seq,
      batch,
    ]);
    for (const row of rows) check(row, report, anchored.get(row.seq));
  }
  const lastSeen = Math.max(newestInOutbox(connection), ...anchored.keys());
  if (lastSeen > report.head.seq) {
    report.broken.push({ seq: lastSeen, why: "the rows up to this one are gone" });
  }
  return report;
}

function newestInOutbox(connection: Pick<Connection, "all">): number {
  const [row] = connection.all<{ audit_seq: number }>(
    "select audit_seq from outbox order by id desc limit 1",
  );
  return row?.audit_seq ?? 0;
}

function check(row: AuditRow, report: ChainReport, anchor: string | undefined): void {
  const why = row.seq !== report.head.seq + 1
    ? "a row is missing before this one"
    : row.previous_hash !== report.head.hash
    ? "does not follow the row before"
    : row.events !== null && sha256(row.events) !== row.events_hash
    ? "its events were changed"
    : link(row) !== row.hash
    ? "its own fields were changed"
    : anchor !== undefined && anchor !== row.hash
    ? "is not the row that was seen here before"
    : null;
  if (why) report.broken.push({ seq: row.seq, why });
  report.rows += 1;
  report.head = { seq: row.seq, hash: row.hash };
}
