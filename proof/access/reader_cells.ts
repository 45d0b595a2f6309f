import type { Engine } from "~/db/_engine/engine.ts";
import { type Scope, scopes } from "~/db/_engine/scope.ts";
import type { Schema } from "~/db/schema.ts";
import type { Asking, Tells } from "./leaks.ts";
import type { World } from "./world.ts";

type Table = keyof Schema;
type Seen = Asking & { scope: Scope };

/**
 * How far each reach goes in this world, and whose sight that must not exceed. A dealer's reach holds
 * the nodes of its pool, an organisation's its own people; no page shows them these.
 */
function seenFrom({ things, planting, engine }: World): Seen[] {
  const { own, dealer_below } = things.dealer_buyer;
  const idOf = (table: string, code: string) =>
    engine.read.all<{ id: string }>(`select id from ${table} where code = ?`, [code])[0]!.id;
  const dealerId = own.dealer.id;
  const dealerIds = [dealerId, dealer_below.dealer.id];
  const self = planting.principals.dealer_buyer;
  const more = ["stockNear", "stockBeside"] as const;
  return [
    { scope: { kind: "own", userId: self.id, dealerId }, like: "dealer_buyer", self, more },
    { scope: { kind: "dealer", dealerId }, like: "dealer_owner", only: ["a", "poolEast", ...more] },
    { scope: { kind: "dealer_and_below", dealerId, dealerIds }, like: "dealer_owner", more },
    {
      scope: { kind: "region", regionIds: [idOf("region", "EAST")], organisationIds: [] },
      like: "sales",
    },
    { scope: { kind: "node", nodeIds: [idOf("node", "N1")] }, like: "warehouse" },
    {
      scope: { kind: "organisation", organisationIds: [idOf("organisation", "QY")] },
      like: "finance",
      more: ["staffElsewhere"],
    },
  ];
}

/** Rows for the tables that planting leaves empty: a mutant of an empty table would pass unseen. */
export async function fillHouseTables(engine: Engine): Promise<void> {
  const at = "2026-03-02T02:00:00.000Z";
  await engine.writer.write((tx) => {
    tx.insert("login_throttle", { key: "k", failures: 1, first_at: at, blocked_until: at });
    tx.insert("upkeep", { kind: "backup", at, ok: 1, detail: "" });
    const denied = { method: "GET", route: "/", reason: "r", request_id: "x" };
    tx.insert("denial", { at, user_id: null, ...denied });
    const reply = { body_hash: "", status: 201, reply: "{}", created_at: at };
    tx.insert("idempotency", { principal_id: "p", route: "r", key: "k", ...reply });
    return Promise.resolve();
  });
}

async function rowsOf(engine: Engine, table: Table, scope: Scope): Promise<unknown[]> {
  return await engine.reader(scope).from(table as "partner").selectAll().execute();
}

/** What the reader itself shows each reach of a table, beyond what that reach may see. */
export async function shownBeyond(world: World, tells: Tells, table: Table): Promise<string[]> {
  const found: string[] = [];
  for (const { scope, ...asking } of seenFrom(world)) {
    const rows = await rowsOf(world.engine, table, scope);
    const leaks = scopes[table] === "system"
      ? rows.map(() => "a row of the house")
      : tells.in(JSON.stringify(rows), "", asking);
    found.push(...leaks.map((leak) => `reader ${table} ${scope.kind}: shows ${leak}`));
  }
  return found;
}
