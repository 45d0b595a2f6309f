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
  const facts = { before: null, extra: null };
  assert.deepEqual(creditTermsRules(terms, { ...facts, refs: { dealer: "d" } }), []);
  assert.deepEqual(creditTermsRules(terms, { ...facts, refs: {} }), [
    { reason: "unknown_dealer", code: "D-1001", at: "/code" },
  ]);
});
