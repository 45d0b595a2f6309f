import assert from "node:assert/strict";
import { isInForce, type Organisation, organisationRules } from "./organisation.ts";
import { regionRules } from "./region.ts";

const east: Organisation = {
  code: "EAST",
  nameZh: "华东销售公司",
  nameEn: "East",
  parentCode: "HQ",
  currency: "CNY",
  validFrom: "2026-03-02",
  validUntil: null,
};
const nobody = { codes: [] as string[], more: false };
const facts = { before: null, refs: { parent: "O1" }, extra: { above: ["HQ"], left: nobody } };

type Case = [
  name: string,
  organisation: Partial<Organisation>,
  facts: Partial<typeof facts> | { refs: Record<string, never> },
  refused: object[],
];
const cases: Case[] = [
  ["a sound one", {}, {}, []],
  ["one at the root", { parentCode: null }, { refs: {} }, []],
  ["an unknown parent", {}, { refs: {} }, [
    { reason: "unknown_organisation", code: "HQ", at: "/parentCode" },
  ]],
  ["a circle", {}, { extra: { above: ["HQ", "EAST"], left: nobody } }, [
    { reason: "organisation_cycle", code: "EAST", at: "/parentCode" },
  ]],
  [
    "a move away from a pool that is in use",
    {},
    { extra: { above: ["HQ"], left: { codes: ["XZ01"], more: true } } },
    [{ reason: "pools_left_behind", codes: ["XZ01"], more: true, at: "/parentCode" }],
  ],
  ["an end before its beginning", { validUntil: "2026-03-02" }, {}, [
    {
      reason: "ends_before_it_begins",
      from: "2026-03-02",
      until: "2026-03-02",
      at: "/validUntil",
    },
  ]],
];

for (const [name, organisation, changed, refused] of cases) {
  Deno.test(`organisationRules() on ${name}`, () => {
    const given = { ...facts, ...changed } as typeof facts;
    assert.deepEqual(organisationRules({ ...east, ...organisation }, given), refused);
  });
}

Deno.test("isInForce() from its first day on, up to but without its last", () => {
  const period = { validFrom: "2026-03-02", validUntil: "2026-03-05" };
  const days = ["2026-03-01", "2026-03-02", "2026-03-04", "2026-03-05"];
  assert.deepEqual(days.map((day) => isInForce(period, day)), [false, true, true, false]);
  assert.equal(isInForce({ ...period, validUntil: null }, "2030-01-01"), true);
});

const suzhou = { code: "SZ", nameZh: "苏州", nameEn: "Suzhou", parentCode: "JS" };

Deno.test("regionRules() refuses an unknown parent and a circle", () => {
  const given = { before: null, refs: { parent: "R1" }, extra: { above: ["JS"] } };
  assert.deepEqual(regionRules(suzhou, given), []);
  assert.deepEqual(regionRules({ ...suzhou, parentCode: null }, { ...given, refs: {} }), []);
  assert.deepEqual(regionRules(suzhou, { ...given, refs: {} }), [
    { reason: "unknown_region", code: "JS", at: "/parentCode" },
  ]);
  assert.deepEqual(regionRules(suzhou, { ...given, extra: { above: ["JS", "SZ"] } }), [
    { reason: "region_cycle", code: "SZ", at: "/parentCode" },
  ]);
});
