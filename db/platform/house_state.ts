import { prepared } from "~/db/_engine/prepared.ts";
import type { Reader } from "~/db/_engine/reader.ts";

type None = Record<never, never>;
export const countCap = 1000;

const pending = prepared((reader, p: { limit: number }) =>
  reader.from("outbox").select("at").where("state", "<>", "done").where("state", "=", "pending")
    .orderBy("id").limit(p.limit)
);
const parked = prepared((reader, p: { limit: number }) =>
  reader.from("outbox").select(["id", "type", "aggregate_id", "at", "attempts", "error"])
    .where("state", "<>", "done").where("state", "=", "parked").orderBy("id").limit(p.limit)
);
const newestOfKind = prepared((reader, p: { kind: string }) =>
  reader.from("upkeep").select(["kind", "at", "ok", "detail"]).where("kind", "=", p.kind)
    .orderBy("id", "desc").limit(1)
);
const denials = prepared((reader, p: { limit: number }) =>
  reader.from("denial").leftJoin("app_user", "app_user.id", "denial.user_id")
    .select([
      "denial.id",
      "denial.at",
      "denial.method",
      "denial.route",
      "denial.reason",
      "denial.request_id",
      "app_user.name",
    ])
    .orderBy("denial.id", "desc").limit(p.limit)
);
const schema = prepared((reader, _: None) =>
  reader.from("schema_migration").select(["number", "name", "at"]).orderBy("number", "desc")
    .limit(1)
);
const invited = prepared((reader, p: { limit: number }) =>
  reader.from("app_user").select("id").where("state", "=", "invited").limit(p.limit)
);

export type ParkedWork = {
  id: number;
  type: string;
  subject: string;
  at: string;
  attempts: number;
  error: string | null;
};
export type Upkeep = { kind: string; at: string; ok: boolean; detail: string };
export type DenialRow = {
  at: string;
  name: string | null;
  request: string;
  reason: string;
  requestId: string;
};

/** How much waits to be relayed, up to one above the cap, and since when. */
export function countPending(reader: Reader): { count: number; oldestAt: string | null } {
  const rows = pending(reader, { limit: countCap + 1 });
  return { count: rows.length, oldestAt: rows[0]?.at ?? null };
}

export function listParked(reader: Reader, limit = 50): ParkedWork[] {
  return parked(reader, { limit }).map(({ aggregate_id, ...row }) => ({
    ...row,
    subject: aggregate_id,
  }));
}

export const upkeepKinds = ["backup", "invariants", "audit", "purge"] as const;

/** The newest of each kind that has run at all. */
export function newestUpkeep(reader: Reader): Upkeep[] {
  return upkeepKinds.flatMap((kind) => newestOfKind(reader, { kind }))
    .map((row) => ({ ...row, ok: row.ok === 1 }));
}

export function latestDenials(reader: Reader, limit = 20): DenialRow[] {
  return denials(reader, { limit }).map(({ at, name, method, route, reason, request_id }) => ({
    at,
    name,
    request: `${method} ${route}`,
    reason,
    requestId: request_id,
  }));
}

export function schemaName(reader: Reader): string {
  return schema(reader, {})[0]?.name ?? "";
}

/** Users who have not set a password yet, up to one above the cap. */
export function countInvited(reader: Reader): number {
  return invited(reader, { limit: countCap + 1 }).length;
}
