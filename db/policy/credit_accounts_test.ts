import { strict as assert } from "node:assert";
import { put } from "~/db/_engine/put.ts";
import type { Scope } from "~/db/_engine/scope.ts";
import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import { settle, world } from "~/db/inventory/testing.ts";
import { writers } from "~/db/writers.ts";
import type { Expected } from "~/domain/_kernel/master.ts";
import type { CreditTerms } from "~/domain/policy/credit/credit_terms.ts";
import { creditAccounts, findCreditTerms, listCreditTerms } from "./credit_accounts.ts";

const terms: CreditTerms = {
  code: "D-1001",
  limit: { amountMinor: 20_000_000, currency: "CNY" },
  termDays: 30,
  overLimit: "approve",
  overdue: "block",
};

type Put = { expected?: Expected; scope?: Scope };

function save(
  engine: TestEngine,
  given: CreditTerms,
  { expected = "new", scope = { kind: "all" } }: Put = {},
) {
  const unit = put(creditAccounts, given, expected);
  return engine.transact({ action: "credit.edit", author: engine.author, scope, ...unit });
}

Deno.test("terms are kept for each currency, the dealer's own being the usual one", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  const dollars = { ...terms, limit: { amountMinor: 5_000_00, currency: "USD" } };
  assert.ok((await save(engine, terms)).ok);
  assert.ok((await save(engine, dollars)).ok);
  const reader = engine.asSystem("test");
  assert.deepEqual(findCreditTerms(reader, "D-1001")?.record, terms);
  assert.deepEqual(findCreditTerms(reader, "D-1001:USD")?.record, dollars);
  assert.deepEqual(listCreditTerms(reader, { after: null, limit: 1 }), [terms]);
  assert.deepEqual(listCreditTerms(reader, { after: "D-1001:CNY", limit: 9 }), [dollars]);
});

Deno.test("saving terms leaves what is used alone", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  await save(engine, terms);
  await engine.writer.write((tx) =>
    Promise.resolve(
      tx.raise("credit_account", { dealer_id: world.dealer.dingshun, currency: "CNY" }, {
        open_order_minor: 1_200,
        receivable_minor: 3_400,
      }),
    )
  );
  const wider = { ...terms, limit: { amountMinor: 30_000_000, currency: "CNY" }, termDays: 45 };
  assert.ok((await save(engine, wider, { expected: 1 })).ok);
  assert.deepEqual(
    engine.read.all(
      "select limit_minor, term_days, open_order_minor, receivable_minor from credit_account",
      [],
    ),
    [{ limit_minor: 30_000_000, term_days: 45, open_order_minor: 1_200, receivable_minor: 3_400 }],
  );
  const stale = await save(engine, terms, { expected: 1 });
  assert.equal(stale.refusals?.[0]?.reason, "changed_meanwhile");
});

Deno.test("a dealer of another organisation is unknown to those who keep credit for their own", async () => {
  await using engine = await testEngine({ writers });
  await settle(engine);
  await save(engine, terms);
  const scope: Scope = { kind: "organisation", organisationIds: [world.organisation.south] };
  for (const expected of ["new", "whatever", 1] as const) {
    const { refusals } = await save(engine, terms, { scope, expected });
    assert.deepEqual(refusals, [{ reason: "unknown_dealer", code: "D-1001", at: "/code" }]);
  }
  assert.ok((await save(engine, { ...terms, code: "D-2001" }, { scope })).ok);
});
