import { strict as assert } from "node:assert";
import { type CreditTerms, creditTermsRules } from "./credit_terms.ts";

const terms: CreditTerms = {
  code: "D-1001",
  limit: { amountMinor: 20_000_000, currency: "CNY" },
  termDays: 30,
  overLimit: "approve",
  overdue: "block",
};

Deno.test("creditTermsRules() wants a dealer the caller may see", () => {
  const facts = { before: null, extra: { settles: true } };
  assert.deepEqual(creditTermsRules(terms, { ...facts, refs: { dealer: "d" } }), []);
  assert.deepEqual(creditTermsRules(terms, { ...facts, refs: {} }), [
    { reason: "unknown_dealer", code: "D-1001", at: "/code" },
  ]);
});

Deno.test("creditTermsRules() gives no account to a dealer that does not settle", () => {
  const facts = { before: null, refs: { dealer: "d" }, extra: { settles: false } };
  assert.deepEqual(creditTermsRules(terms, facts), [
    { reason: "dealer_does_not_settle", dealer: "D-1001", at: "/code" },
  ]);
});
