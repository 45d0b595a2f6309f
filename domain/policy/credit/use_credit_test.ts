import assert from "node:assert/strict";
import type { CreditAccountId, OrderId } from "../../_kernel/id.ts";
import {
  checkCredit,
  type CreditAccount,
  type CreditMode,
  type CreditVerdict,
  useCredit,
} from "./use_credit.ts";

const account: CreditAccount = {
  id: "account" as CreditAccountId,
  currency: "CNY",
  limitMinor: 20_000_000,
  termDays: 30,
  overLimit: "approve",
  overdue: "block",
  openOrderMinor: 4_682_000,
  receivableMinor: 10_000_000,
  overdueMinor: 0,
};
const quiet: CreditVerdict = { warnings: [], approvals: [], refusals: [] };
const landsIn: Record<CreditMode, keyof CreditVerdict | null> = {
  ignore: null,
  warn: "warnings",
  approve: "approvals",
  block: "refusals",
};

for (const mode of Object.keys(landsIn) as CreditMode[]) {
  const place = landsIn[mode];
  Deno.test(`checkCredit() that runs over lands in ${place ?? "nothing"} when the mode is ${mode}`, () => {
    const concern = {
      reason: "credit_exceeded",
      limitMinor: 20_000_000,
      usedMinor: 14_682_000,
      wantedMinor: 5_318_001,
      overMinor: 1,
      currency: "CNY",
    };
    const verdict = checkCredit({ ...account, overLimit: mode }, 5_318_001);
    assert.deepEqual(verdict, place ? { ...quiet, [place]: [concern] } : quiet);
  });

  Deno.test(`checkCredit() with money overdue lands in ${place ?? "nothing"} when the mode is ${mode}`, () => {
    const concern = { reason: "receivable_overdue", overdueMinor: 6_120_000, currency: "CNY" };
    const verdict = checkCredit({ ...account, overdue: mode, overdueMinor: 6_120_000 }, 1);
    assert.deepEqual(verdict, place ? { ...quiet, [place]: [concern] } : quiet);
  });
}

Deno.test("checkCredit() passes an order that uses the limit up exactly", () => {
  assert.deepEqual(checkCredit(account, 5_318_000), quiet);
});

Deno.test("checkCredit() counts money on account for the dealer", () => {
  const paidAhead = { ...account, limitMinor: 0, openOrderMinor: 0, receivableMinor: -1_000 };
  assert.deepEqual(checkCredit(paidAhead, 1_000), quiet);
  assert.equal(checkCredit(paidAhead, 1_001).approvals.length, 1);
});

Deno.test("checkCredit() weighs both concerns, each by its own mode", () => {
  const verdict = checkCredit({ ...account, overdueMinor: 1 }, 6_000_000);
  assert.deepEqual(
    [verdict.approvals.map((c) => c.reason), verdict.refusals.map((c) => c.reason)],
    [["credit_exceeded"], ["receivable_overdue"]],
  );
});

Deno.test("useCredit() takes the total once for an order", () => {
  const { openOrderMinor, receivableMinor, kind, effectKey } = useCredit(
    account,
    "O1" as OrderId,
    "SO-2026-000001",
    804_140,
  );
  assert.deepEqual([openOrderMinor, receivableMinor, kind, effectKey], [
    804_140,
    0,
    "order",
    "order O1",
  ]);
});
