import assert from "node:assert/strict";
import { verifyAudit } from "~/db/_engine/audit.ts";
import { testEngine } from "~/db/_engine/testing.ts";
import { runInvariants } from "~/db/_engine/invariants.ts";
import { loadPlacingFacts } from "~/db/order/placing_facts.ts";
import { findUserByLogin } from "~/db/platform/users.ts";
import { writers } from "~/db/writers.ts";
import type { By } from "~/domain/_kernel/by.ts";
import { placeOrder } from "~/domain/order/place_order.ts";
import type { Engine } from "~/db/_engine/engine.ts";
import { sampleUsers } from "./sample_users.ts";
import { isEmpty, seedWorld } from "./seed_world.ts";

const planting = { passwordHash: "$scrypt$for-tests", print: () => {} };
const now = "2026-11-22T02:30:00.000Z";

async function tiny() {
  const engine = await testEngine({ writers, now });
  assert.deepEqual(await seedWorld(engine, "tiny", planting), { ok: true });
  return engine;
}

function countOf(engine: Engine, table: string): number {
  return engine.read.all<{ n: number }>(`select count(*) as n from ${table}`, [])[0]!.n;
}

Deno.test("seedWorld(tiny) is a handful of everything, in order and with nothing left to do", async () => {
  await using engine = await tiny();
  const counts = {
    organisation: 1,
    pool: 1,
    node: 2,
    sku: 6,
    price_list: 2,
    credit_account: 2,
    partner_relation: 1,
    rate_card: 2,
    sales_order: 0,
  };
  for (const [table, count] of Object.entries(counts)) {
    assert.equal(countOf(engine, table), count, table);
  }
  assert.deepEqual(runInvariants(engine.read, { now }), []);
  assert.deepEqual(verifyAudit(engine.read).broken, []);
  assert.equal(engine.read.all("select 1 from outbox where state <> 'done'", []).length, 0);
});

Deno.test("seedWorld(tiny) lets the sample users in, with their roles", async () => {
  await using engine = await tiny();
  const reader = engine.asSystem("the test looks at users");
  for (const { login, role, zh } of sampleUsers) {
    const user = findUserByLogin(reader, login);
    assert.equal(user?.state, "active", login);
    assert.equal(user.name, zh);
    assert.deepEqual(user.access.roles, [role]);
  }
});

Deno.test("seedWorld(tiny) takes an order at once, and is short where it says so", async () => {
  await using engine = await tiny();
  const foreseen = (sku: string, quantity: number) => {
    const command = { channel: "portal", lines: [{ sku, quantity }] };
    return engine.foresee({
      author: engine.author,
      scope: { kind: "all" },
      load: (facts) =>
        loadPlacingFacts(facts, {
          dealer: { code: "D-1001" },
          mayDiscount: false,
          boundByDealerLimit: true,
          ...command,
        }),
      decide: (facts, by: By) => placeOrder(command, facts, by),
    });
  };
  assert.equal((await foreseen("W-0550-24", 40)).decision.ok, true);
  const { decision } = await foreseen("F1-0330-24", 1);
  assert.deepEqual(decision.refusals?.map(({ reason }) => reason), ["stock_short"]);
});

Deno.test("seedWorld() leaves a database alone in which anything was done", async () => {
  await using engine = await tiny();
  const before = countOf(engine, "audit");
  assert.equal(isEmpty(engine), false);
  const again = await seedWorld(engine, "demo_zh", planting);
  assert.deepEqual(again, { ok: false, reason: "not_empty" });
  assert.equal(countOf(engine, "audit"), before);
});
