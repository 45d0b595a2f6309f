import type { Connection } from "./native.ts";
import { channelInvariants } from "./invariants/channel.ts";
import { dispatchInvariants } from "./invariants/dispatch.ts";
import { inventoryInvariants } from "./invariants/inventory.ts";
import type { Invariant } from "./invariants/invariant.ts";
import { orderInvariants } from "./invariants/order.ts";
import { platformInvariants } from "./invariants/platform.ts";
import { policyInvariants } from "./invariants/policy.ts";
import { settlementInvariants } from "./invariants/settlement.ts";

export type { Invariant };

/** A broken invariant with how many rows break it (at most `rowsCounted`) and the first of them. */
export type Finding = {
  name: string;
  says: Invariant["says"];
  rows: number;
  sample: Record<string, unknown>[];
};

/** What must hold in every database at every instant, as SQL that returns no row. */
export const invariants: readonly Invariant[] = [
  ...platformInvariants,
  ...channelInvariants,
  ...inventoryInvariants,
  ...policyInvariants,
  ...orderInvariants,
  ...dispatchInvariants,
  ...settlementInvariants,
];

export const rowsCounted = 1000;
const rowsShown = 5;

/**
 * Runs every invariant and names those that are broken. Each is one statement and so sees one instant,
 * whatever is written meanwhile. `waiting: false` leaves out what only says that work waits.
 */
export function runInvariants(
  connection: Pick<Connection, "all">,
  { now = new Date().toISOString(), waiting = true }: { now?: string; waiting?: boolean } = {},
): Finding[] {
  return invariants
    .filter((invariant) => waiting || !invariant.waiting)
    .map((invariant) => check(connection, invariant, now))
    .filter(({ rows }) => rows > 0);
}

function check(
  connection: Pick<Connection, "all">,
  { name, says, sql }: Invariant,
  now: string,
): Finding {
  const rows = connection.all<Record<string, unknown>>(
    `select * from (${sql}) limit ${rowsCounted}`,
    sql.includes("?") ? [now] : [],
  );
  return { name, says, rows: rows.length, sample: rows.slice(0, rowsShown) };
}
