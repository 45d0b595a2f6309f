import assert from "node:assert/strict";
import type { PartnerId } from "~/domain/_kernel/id.ts";
import { moveRelation, type PartyToMove, type Relation, wouldCircle } from "./relation.ts";
import type { PartnerKind } from "./partner.ts";

const party = (code: string, kind: PartnerKind = "dealer"): PartyToMove => ({
  id: `id-${code}` as PartnerId,
  code,
  kind,
});
const under = (
  child: string,
  parent: string,
  validFrom = "2026-01-01T00:00:00.000Z",
  validUntil: string | null = null,
): Relation => ({ childId: party(child).id, parentId: party(parent).id, validFrom, validUntil });

const now = "2026-03-02T02:00:00.000Z";
const next = "2026-04-01T00:00:00.000Z";
const facts = {
  child: party("XZDS"),
  parent: party("NJSH"),
  notYours: null as string | null,
  parentBefore: null as string | null,
  above: [] as Relation[],
};

Deno.test("moveRelation() puts a dealer under another from an instant on", () => {
  const decision = moveRelation(facts, { parentCode: "NJSH", from: next }, { at: now });
  assert.deepEqual(decision.events, [{
    type: "RelationMoved",
    subject: "id-XZDS",
    childCode: "XZDS",
    parentId: "id-NJSH",
    parentCode: "NJSH",
    parentBefore: null,
    from: next,
  }]);
});

Deno.test("moveRelation() takes a dealer out from under another", () => {
  const placed = { ...facts, parent: null, parentBefore: "NJSH" };
  const decision = moveRelation(placed, { parentCode: null, from: now }, { at: now });
  assert.equal(decision.events?.[0]?.parentId, null);
});

const parentCode = "NJSH";
type Case = [
  name: string,
  facts: Partial<typeof facts> | { parent: null },
  from: string,
  refused: object,
];
const cases: Case[] = [
  ["a dealer of another organisation", { notYours: "QN" }, now, {
    reason: "organisation_not_yours",
    code: "QN",
    at: "/parentCode",
  }],
  ["a move in the past", {}, "2026-03-01T00:00:00.000Z", {
    reason: "move_in_the_past",
    from: "2026-03-01T00:00:00.000Z",
    now,
    at: "/from",
  }],
  ["the place it has already", { parentBefore: "NJSH" }, now, {
    reason: "already_there",
    parent: "NJSH",
    at: "/parentCode",
  }],
  ["an unknown parent", { parent: null }, now, {
    reason: "unknown_parent",
    code: parentCode,
    at: "/parentCode",
  }],
  ["a store as parent", { parent: party("NJSH", "store") }, now, {
    reason: "parent_not_dealer",
    code: parentCode,
    kind: "store",
    at: "/parentCode",
  }],
  ["a carrier under a dealer", { child: party("SF", "carrier") }, now, {
    reason: "kind_has_no_parent",
    kind: "carrier",
    at: "/parentCode",
  }],
  ["a circle", { above: [under("NJSH", "XZDS")] }, now, {
    reason: "relation_cycle",
    code: "XZDS",
    parent: parentCode,
    at: "/parentCode",
  }],
];

for (const [name, changed, from, refused] of cases) {
  Deno.test(`moveRelation() refuses ${name}`, () => {
    const given = { ...facts, ...changed } as typeof facts;
    assert.deepEqual(moveRelation(given, { parentCode, from }, { at: now }).refusals, [refused]);
  });
}

const circles: [name: string, above: Relation[], circle: boolean][] = [
  ["nothing above", [], false],
  ["itself", [], true],
  ["three levels", [under("B", "C"), under("C", "A")], true],
  ["a relation that has ended by then", [under("B", "A", undefined, now)], false],
  ["a relation planned for later", [under("B", "A", next)], true],
  ["a later plan that leaves in time", [
    under("B", "C", undefined, next),
    under("B", "D", next),
    under("C", "E"),
  ], false],
  ["a loop elsewhere", [under("B", "C"), under("C", "B")], false],
];

for (const [name, above, circle] of circles) {
  Deno.test(`wouldCircle() on ${name}`, () => {
    const parent = party(name === "itself" ? "A" : "B").id;
    assert.equal(wouldCircle(above, { child: party("A").id, parent, from: now }), circle);
  });
}
