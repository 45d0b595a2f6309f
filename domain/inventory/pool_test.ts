import { strict as assert } from "node:assert";
import type { PutFacts } from "../_kernel/master.ts";
import { type Pool, type PoolExtra, poolRules } from "./pool.ts";

const east: Pool = { code: "HD", nameZh: "华东库", nameEn: "East", organisationCode: "QY-E" };
const facts: PutFacts<Pool, PoolExtra> = {
  before: null,
  refs: { organisation: "O1" },
  extra: { outside: { codes: [], more: false } },
};

Deno.test("poolRules() accepts a pool whose users stand at its owner or below", () => {
  assert.deepEqual(poolRules(east, facts), []);
});

Deno.test("poolRules() wants an owner that the caller may name", () => {
  assert.deepEqual(poolRules(east, { ...facts, refs: {} }), [
    { reason: "unknown_organisation", code: "QY-E", at: "/organisationCode" },
  ]);
});

Deno.test("poolRules() gives no pool away from under those who use it", () => {
  const outside = { codes: ["GZ01", "D-2001"], more: true };
  assert.deepEqual(poolRules(east, { ...facts, extra: { outside } }), [{
    reason: "pool_used_outside",
    organisation: "QY-E",
    ...outside,
    at: "/organisationCode",
  }]);
});
