import assert from "node:assert/strict";
import type { PartnerId } from "~/domain/_kernel/id.ts";
import type { PutFacts } from "~/domain/_kernel/master.ts";
import { type Partner, type PartnerExtra, partnerRules, settlePartner } from "./partner.ts";
import { dealer, main } from "./testing.ts";

const facts: PutFacts<Partner, PartnerExtra> = {
  before: { id: "P1", version: 1, record: dealer },
  refs: { organisation: "O1", region: "R1", pool: "L1" },
  extra: {
    now: "2026-03-02T02:00:00.000Z",
    isTaken: false,
    notYours: null,
    isOwnRegion: true,
    poolOwner: { id: "O0", code: "QY" },
    line: ["O1", "O0"],
    organisationInForce: true,
    parent: null,
    above: [],
  },
};
const extra = (changed: Partial<PartnerExtra>) => ({ extra: { ...facts.extra, ...changed } });

type Case = [
  name: string,
  partner: Partial<Partner>,
  facts: Partial<typeof facts>,
  refused: object[],
];
const cases: Case[] = [
  ["a sound dealer", {}, {}, []],
  ["a code that belongs to somebody out of sight", {}, {
    before: null,
    ...extra({ isTaken: true }),
  }, [{ reason: "code_taken", code: "XZDS", at: "/code" }]],
  ["another kind", { kind: "carrier" }, {}, [
    { reason: "kind_is_fixed", code: "XZDS", kind: "dealer", at: "/kind" },
  ]],
  [
    "an unknown organisation",
    {},
    { refs: { region: "R1", pool: "L1" }, ...extra({ line: [] }) },
    [{ reason: "unknown_organisation", code: "QY-E", at: "/organisationCode" }],
  ],
  ["a new dealer at an organisation that is closed", {}, {
    before: null,
    ...extra({ organisationInForce: false }),
  }, [{ reason: "organisation_not_in_force", code: "QY-E", at: "/organisationCode" }]],
  [
    "an old dealer at an organisation that has closed",
    {},
    extra({ organisationInForce: false }),
    [],
  ],
  ["an unknown region", {}, { refs: { organisation: "O1", pool: "L1" } }, [
    { reason: "unknown_region", code: "JS", at: "/regionCode" },
  ]],
  [
    "an organisation, given or taken from, that is not the writer's",
    {},
    extra({ notYours: "QN" }),
    [
      { reason: "organisation_not_yours", code: "QN", at: "/organisationCode" },
    ],
  ],
  ["a region that is not the writer's", {}, extra({ isOwnRegion: false }), [
    { reason: "region_not_yours", code: "JS", at: "/regionCode" },
  ]],
  ["an unknown pool", {}, { refs: { organisation: "O1", region: "R1" } }, [
    { reason: "unknown_pool", code: "HD", at: "/poolCode" },
  ]],
  ["a pool nobody has", {}, extra({ poolOwner: null }), [
    { reason: "unknown_pool", code: "HD", at: "/poolCode" },
  ]],
  ["a pool of the own organisation", {}, extra({ poolOwner: { id: "O1", code: "QY-E" } }), []],
  ["a pool of another organisation", {}, extra({ poolOwner: { id: "O2", code: "QY-S" } }), [{
    reason: "pool_of_another_organisation",
    pool: "HD",
    owner: "QY-S",
    organisation: "QY-E",
    at: "/poolCode",
  }]],
  ["a dealer without a pool", { poolCode: null }, {}, [
    { reason: "dealer_needs_pool", at: "/poolCode" },
  ]],
  [
    "an address without a contact, a phone, a city or a street",
    {
      addresses: [{ ...main, contact: "", phone: " ", city: "", street: " " }],
    },
    {},
    [
      {
        reason: "address_incomplete",
        code: "MAIN",
        missing: ["contact", "phone", "city", "street"],
        at: "/addresses",
      },
    ],
  ],
  [
    "a retired address that was never complete",
    {
      addresses: [{ ...main, street: "", state: "retired" }],
    },
    {},
    [],
  ],
  ["an address named twice", { addresses: [main, { ...main, isDefault: false }] }, {}, [
    { reason: "duplicate_address", code: "MAIN", at: "/addresses" },
  ]],
  ["two default addresses", { addresses: [main, { ...main, code: "WH2" }] }, {}, [
    { reason: "several_default_addresses", codes: ["MAIN", "WH2"], at: "/addresses" },
  ]],
  ["an unknown parent", { parentCode: "NJSH" }, {}, [
    { reason: "unknown_parent", code: "NJSH", at: "/parentCode" },
  ]],
  [
    "a store as parent",
    { parentCode: "NJSH" },
    extra({
      parent: { id: "P2" as PartnerId, code: "NJSH", kind: "store" },
    }),
    [{ reason: "parent_not_dealer", code: "NJSH", kind: "store", at: "/parentCode" }],
  ],
];

for (const [name, partner, changed, refused] of cases) {
  Deno.test(`partnerRules() on ${name}`, () => {
    assert.deepEqual(partnerRules({ ...dealer, ...partner }, { ...facts, ...changed }), refused);
  });
}

Deno.test("partnerRules() lets a carrier do without a pool", () => {
  const carrier: Partner = { ...dealer, kind: "carrier", poolCode: null };
  assert.deepEqual(partnerRules(carrier, { ...facts, before: null }), []);
});

Deno.test("settlePartner() keeps what is left out", () => {
  const { phone: _phone, parentCode: _parent, addresses: _addresses, ...some } = dealer;
  assert.deepEqual(settlePartner(some, facts), dealer);
  const fresh = settlePartner(some, { before: null });
  assert.deepEqual([fresh.phone, fresh.parentCode, fresh.addresses], [null, null, []]);
});

Deno.test("settlePartner() retires an address that is no longer named", () => {
  const dock = { ...main, code: "DOCK", isDefault: true };
  const settled = settlePartner({ ...dealer, addresses: [dock] }, facts);
  assert.deepEqual(settled.addresses, [dock, { ...main, isDefault: false, state: "retired" }]);
});

Deno.test("settlePartner() keeps the phone of an address where it is left out", () => {
  const { phone: _phone, ...some } = main;
  assert.deepEqual(settlePartner({ ...dealer, addresses: [some] }, facts).addresses, [main]);
});
