import { strict as assert } from "node:assert";
import type { PutFacts } from "../_kernel/master.ts";
import { mayShip, type Node, type NodeExtra, nodeRules } from "./node.ts";
import { daysOf, maskOf } from "./weekdays.ts";

const xuzhou: Node = {
  code: "XZ01",
  nameZh: "徐州仓",
  nameEn: "Xuzhou",
  type: "regional",
  organisationCode: "EAST",
  regionCode: "JS",
  partnerCode: "3PL-01",
  poolCode: "EAST",
  province: "江苏",
  city: "徐州",
  stocks: true,
  ships: true,
  handling: { amountMinor: 350, currency: "CNY" },
  dailyCapacity: 500,
  openWeekdays: ["mon", "tue", "wed", "thu", "fri"],
  leadDays: 1,
  state: "active",
};
const known = { organisation: "o", region: "r", partner: "p", pool: "q" };
const empty: NodeExtra = {
  open: { skus: 0, units: 0, pinnedUnits: 0 },
  organisationCurrency: "CNY",
  partnerStocks: true,
  poolOwner: { id: "g", code: "GROUP" },
  line: ["o", "g"],
};
const full: NodeExtra = { ...empty, open: { skus: 3, units: 1240, pinnedUnits: 24 } };

function reasons(node: Node, facts: Partial<PutFacts<Node, NodeExtra>> = {}): string[] {
  const given = { before: null, refs: known, extra: empty, ...facts };
  return nodeRules(node, given).map(({ reason, at }) => `${reason} ${at}`);
}
const stored = (record: Node) => ({ id: "n", version: 1, record });

Deno.test("nodeRules() accepts a node whose codes are all known", () => {
  assert.deepEqual(reasons(xuzhou), []);
  const refs = { organisation: "o", region: "r" };
  assert.deepEqual(reasons({ ...xuzhou, partnerCode: null, poolCode: null }, { refs }), []);
});

Deno.test("nodeRules() names each code that points nowhere", () => {
  const cases: [string, string][] = [
    ["organisation", "unknown_organisation /organisationCode"],
    ["region", "unknown_region /regionCode"],
    ["partner", "unknown_partner /partnerCode"],
    ["pool", "unknown_pool /poolCode"],
  ];
  for (const [ref, said] of cases) {
    assert.deepEqual(reasons(xuzhou, { refs: { ...known, [ref]: undefined } }), [said]);
  }
});

Deno.test("nodeRules() lets a node stand in a pool of its own organisation or of one above only", () => {
  const own = { ...empty, poolOwner: { id: "o", code: "EAST" } };
  assert.deepEqual(reasons(xuzhou, { extra: own }), []);
  const south = { ...empty, poolOwner: { id: "s", code: "SOUTH" } };
  assert.deepEqual(nodeRules(xuzhou, { before: null, refs: known, extra: south }), [{
    reason: "pool_of_another_organisation",
    pool: "EAST",
    owner: "SOUTH",
    organisation: "EAST",
    at: "/poolCode",
  }]);
  assert.deepEqual(
    reasons({ ...xuzhou, poolCode: null }, { extra: { ...south, poolOwner: null } }),
    [],
  );
});

Deno.test("nodeRules() wants the handling cost in the organisation's currency", () => {
  const extra = { ...empty, organisationCurrency: "USD" };
  assert.deepEqual(reasons(xuzhou, { extra }), ["currency_differs /handling/currency"]);
  assert.deepEqual(reasons(xuzhou, { extra: { ...empty, organisationCurrency: null } }), []);
});

Deno.test("nodeRules() keeps a node as it is while goods lie there", () => {
  const before = stored(xuzhou);
  const cases: [Partial<Node>, string[]][] = [
    [{ state: "inactive" }, ["node_still_in_use /state"]],
    [{ poolCode: "SOUTH" }, ["node_still_in_use /poolCode"]],
    [{ poolCode: null }, ["node_still_in_use /poolCode"]],
    [{ stocks: false }, ["node_still_in_use /stocks"]],
    [{ nameZh: "徐州二仓", ships: false, leadDays: 2 }, []],
  ];
  for (const [change, said] of cases) {
    const node = { ...xuzhou, ...change };
    assert.deepEqual(reasons(node, { before, extra: full }), said, JSON.stringify(change));
    assert.deepEqual(reasons(node, { before }), [], "an empty node may change");
  }
  const onlyPinned = { ...empty, open: { skus: 0, units: 0, pinnedUnits: 2 } };
  assert.equal(reasons({ ...xuzhou, state: "inactive" }, { before, extra: onlyPinned }).length, 1);
  const closed = stored({ ...xuzhou, state: "inactive" as const });
  assert.deepEqual(reasons({ ...xuzhou, state: "inactive" }, { before: closed, extra: full }), []);
});

Deno.test("nodeRules() says what is still open", () => {
  const [refusal] = nodeRules({ ...xuzhou, state: "inactive" }, {
    before: stored(xuzhou),
    refs: known,
    extra: full,
  });
  assert.deepEqual(refusal, {
    reason: "node_still_in_use",
    change: "deactivate",
    skus: 3,
    units: 1240,
    pinnedUnits: 24,
    at: "/state",
  });
});

Deno.test("mayShip() offers only nodes that are open, keep stock and ship", () => {
  const cases: [Partial<Node>, boolean][] = [
    [{}, true],
    [{ state: "inactive" }, false],
    [{ stocks: false }, false],
    [{ ships: false }, false],
  ];
  for (const [change, may] of cases) assert.equal(mayShip({ ...xuzhou, ...change }), may);
});

Deno.test("maskOf() and daysOf() are each other's inverse, Sunday being bit 0", () => {
  assert.equal(maskOf(["sun"]), 1);
  assert.equal(maskOf(["mon", "sat"]), 2 + 64);
  for (let mask = 0; mask < 128; mask++) assert.equal(maskOf(daysOf(mask)), mask);
  assert.deepEqual(daysOf(127), ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
});

Deno.test("nodeRules() keeps no stock at a partner without that function", () => {
  const extra = { ...empty, partnerStocks: false };
  assert.deepEqual(reasons(xuzhou, { extra }), ["partner_does_not_stock /stocks"]);
  assert.deepEqual(reasons({ ...xuzhou, stocks: false }, { extra }), []);
});
