import assert from "node:assert/strict";
import { saveAs } from "~/db/_engine/put_testing.ts";
import type { TestEngine } from "~/db/_engine/testing.ts";
import { pools } from "~/db/inventory/pools.ts";
import { moveRelation } from "~/domain/channel/relation.ts";
import type { PartnerId } from "~/domain/_kernel/id.ts";
import { levelCounts, networkAt } from "./network_view.ts";
import { subtreeOf } from "./network.ts";
import { findOrganisation, organisations } from "./organisations.ts";
import { findPartnerRecord, partners } from "./partner_records.ts";
import {
  findAddress,
  findPartner,
  findPartnerById,
  listAddresses,
  searchPartners,
} from "./partners.ts";
import { findRegion } from "./regions.ts";
import { loadMoveFacts, partnerLevel, plannedMoves } from "./relations.ts";
import { addDealers, channelEngine, dealer, main } from "./testing.ts";

const all = { kind: "all" } as const;

Deno.test("a partner is kept with its codes, functions, parent and addresses", async () => {
  await using engine = await channelEngine();
  await saveAs(engine, partners, { record: dealer });
  const stored = findPartnerRecord(engine.reader(all), "XZDS")!;
  assert.deepEqual(stored.record, dealer);
  const again = await saveAs(engine, partners, { record: dealer });
  assert.deepEqual(again.events, []);
});

Deno.test("an address keeps its id; one that is no longer named is retired", async () => {
  await using engine = await channelEngine();
  await saveAs(engine, partners, { record: dealer });
  const reader = () => engine.reader(all);
  const { id } = findPartner(reader(), "XZDS")!;
  const [before] = listAddresses(reader(), id);
  const { connection } = engine.writer;
  connection.exec("create table paper (address_id text references address (id)) strict");
  connection.run("insert into paper values (?)", [before!.id]);
  const moved = { ...main, street: "云龙区和平路 1 号" };
  const dock = { ...main, code: "DOCK", isDefault: false };
  await saveAs(engine, partners, { record: { ...dealer, addresses: [moved, dock] } });
  assert.equal(findAddress(reader(), before!.id)!.street, "云龙区和平路 1 号");
  await saveAs(engine, partners, { record: { ...dealer, addresses: [dock] } });
  const kept = findAddress(reader(), before!.id)!;
  assert.deepEqual([kept.state, kept.isDefault, kept.street], [
    "retired",
    false,
    "云龙区和平路 1 号",
  ]);
  await saveAs(engine, partners, { record: { ...dealer, addresses: [dock, main] } });
  assert.equal(findAddress(reader(), before!.id)!.state, "active");
  assert.equal(listAddresses(reader(), id).length, 2);
});

const found: [typed: string, codes: string[]][] = [
  ["鼎顺", ["XZDS"]],
  ["xuzhoudingshun", ["XZDS"]],
  ["xzds", ["XZDS"]],
  ["dingshun", ["XZDS"]],
  ["SF", []],
];

Deno.test("searchPartners() finds dealers by name, pinyin, initials and code", async (t) => {
  await using engine = await channelEngine();
  await saveAs(engine, partners, { record: dealer });
  const carrier = {
    ...dealer,
    code: "SF",
    kind: "carrier" as const,
    nameZh: "顺风",
    poolCode: null,
  };
  await saveAs(engine, partners, { record: carrier });
  for (const [typed, codes] of found) {
    await t.step(typed, () => {
      const reader = engine.reader(all);
      assert.deepEqual(searchPartners(reader, typed).map(({ code }) => code), codes);
    });
  }
  assert.equal(searchPartners(engine.reader(all), "sf", 5, ["carrier"]).length, 1);
});

function move(engine: TestEngine, code: string, parentCode: string | null, from?: string) {
  const command = { parentCode, from: from ?? engine.clock.now() };
  return engine.transact({
    action: "partner.edit",
    author: engine.author,
    scope: all,
    load: (reader) => loadMoveFacts(reader, code, command),
    decide: (facts, by) => moveRelation(facts, command, by),
  });
}

Deno.test("a dealer put under another by its record stands there at once", async () => {
  await using engine = await channelEngine();
  await addDealers(engine, { A: null, B: "A", C: "B" });
  const reader = engine.reader(all);
  const id = (code: string) => findPartner(reader, code)!.id;
  assert.deepEqual(["A", "B", "C"].map((code) => partnerLevel(reader, id(code))), [1, 2, 3]);
  assert.deepEqual(subtreeOf(reader, id("A")), [id("A"), id("B"), id("C")]);
});

Deno.test("moving a partner takes its whole subtree along from a day, and not before", async () => {
  await using engine = await channelEngine();
  await addDealers(engine, { A: null, B: "A", C: "B", D: null });
  const day = "2026-04-01T00:00:00.000Z";
  const moved = await move(engine, "B", "D", day);
  assert.equal(moved.ok, true);
  const id = (code: string) => findPartner(engine.reader(all), code)!.id;
  const below = (code: string) => subtreeOf(engine.reader(all), id(code)).length;
  assert.deepEqual([below("A"), below("D")], [3, 1]);
  assert.deepEqual(
    plannedMoves(engine.reader(all), id("B")).map(({ parentCode }) => parentCode),
    ["D"],
  );
  engine.clock.set(day);
  assert.deepEqual([below("A"), below("D")], [1, 3]);
  assert.equal(partnerLevel(engine.reader(all), id("C")), 3);
  const before = networkAt(engine.reader(all), "2026-03-15T00:00:00.000Z");
  assert.deepEqual(before.map(({ code, countBelow }) => `${code} ${countBelow}`), ["A 2", "D 0"]);
  assert.deepEqual(levelCounts(networkAt(engine.reader(all), day)), [2, 1, 1]);
});

Deno.test("a move replaces what was planned for later", async () => {
  await using engine = await channelEngine();
  await addDealers(engine, { A: null, B: null, D: null });
  await move(engine, "B", "D", "2026-06-01T00:00:00.000Z");
  await move(engine, "B", "A", "2026-05-01T00:00:00.000Z");
  const { id } = findPartner(engine.reader(all), "B")!;
  const planned = plannedMoves(engine.reader(all), id);
  assert.deepEqual(planned.map(({ parentCode }) => parentCode), ["A"]);
  await move(engine, "B", null, "2026-05-02T00:00:00.000Z");
  engine.clock.set("2026-07-01T00:00:00.000Z");
  assert.equal(partnerLevel(engine.reader(all), id), 1);
});

Deno.test("a circle is refused, also one that a record or a plan would close", async () => {
  await using engine = await channelEngine();
  await addDealers(engine, { A: null, B: "A", C: "B" });
  const circle = await move(engine, "A", "C");
  assert.equal(circle.refusals?.[0].reason, "relation_cycle");
  const saved = await saveAs(engine, partners, {
    record: { ...dealer, code: "A", parentCode: "C" },
  });
  assert.equal(saved.refusals?.[0].reason, "relation_cycle");
  const self = await move(engine, "A", "A");
  assert.equal(self.refusals?.[0].reason, "relation_cycle");
  await move(engine, "C", null, "2026-04-01T00:00:00.000Z");
  const stillAbove = await move(engine, "A", "C", "2026-03-20T00:00:00.000Z");
  assert.equal(stillAbove.refusals?.[0].reason, "relation_cycle");
  const later = await move(engine, "A", "C", "2026-04-02T00:00:00.000Z");
  assert.equal(later.ok, true);
});

Deno.test("a dealer reader sees itself and nobody else", async () => {
  await using engine = await channelEngine();
  await addDealers(engine, { A: null, B: "A" });
  const a = findPartner(engine.reader(all), "A")!;
  const reader = engine.reader({ kind: "dealer", dealerId: a.id });
  assert.equal(findPartner(reader, "B"), null);
  assert.equal(findPartnerById(reader, a.id)?.code, "A");
  assert.deepEqual(searchPartners(reader, "商贸").map(({ code }) => code), ["A"]);
  const b = findPartner(engine.reader(all), "B")!;
  assert.deepEqual(listAddresses(reader, b.id), []);
  assert.equal(partnerLevel(engine.reader({ kind: "dealer", dealerId: b.id }), b.id), 2);
});

Deno.test("whoever serves one region can neither take a code elsewhere nor move a partner out", async () => {
  await using engine = await channelEngine();
  await addDealers(engine, { A: null });
  const region = (code: string) => findRegion(engine.reader(all), code)!.id;
  const organisationIds = ["QY", "QY-E"].map((code) => idOfOrganisation(engine, code));
  const elsewhere = { kind: "region", regionIds: [region("ZJ")], organisationIds } as const;
  const taken = await saveAs(engine, partners, {
    record: { ...dealer, code: "A", regionCode: "ZJ" },
    scope: elsewhere,
  });
  assert.equal(taken.refusals?.[0].reason, "code_taken");
  const here = { kind: "region", regionIds: [region("JS")], organisationIds } as const;
  const out = await saveAs(engine, partners, {
    record: { ...dealer, code: "A", regionCode: "ZJ" },
    scope: here,
  });
  assert.equal(out.refusals?.[0].reason, "region_not_yours");
  const own = await saveAs(engine, partners, {
    record: { ...dealer, code: "A", grade: "B" },
    scope: here,
  });
  assert.equal(own.ok, true);
});

const idOfOrganisation = (engine: TestEngine, code: string) =>
  findOrganisation(engine.reader(all), code)!.id;

Deno.test("sales keeps partners of the own organisation only, wherever its region reaches", async () => {
  await using engine = await channelEngine();
  await addDealers(engine, { A: null, B: null });
  const regionIds = [findRegion(engine.reader(all), "JS")!.id];
  const salesOf = (code: string) =>
    ({ kind: "region", regionIds, organisationIds: [idOfOrganisation(engine, code)] }) as const;
  const change = { ...dealer, code: "A", grade: "B" };
  const notYours = (code: string) => [
    { reason: "organisation_not_yours", code, at: "/organisationCode" },
  ];
  const save = (record: typeof dealer, scope: ReturnType<typeof salesOf>) =>
    saveAs(engine, partners, { record, scope });
  const given = await save({ ...change, code: "NEW", organisationCode: "QY" }, salesOf("QY-E"));
  assert.deepEqual(given.refusals, notYours("QY"));
  const away = await save({ ...change, organisationCode: "QY" }, salesOf("QY-E"));
  assert.deepEqual(away.refusals, notYours("QY"));
  const taken = await save({ ...change, organisationCode: "QY" }, salesOf("QY"));
  assert.deepEqual(taken.refusals, notYours("QY-E"));
  assert.ok((await save(change, salesOf("QY-E"))).ok);
  const command = { parentCode: "B", from: "2026-04-01T00:00:00.000Z" };
  const moved = await engine.transact({
    action: "partner.edit",
    author: engine.author,
    scope: salesOf("QY"),
    load: (reader) => loadMoveFacts(reader, "A", command),
    decide: (facts, by) => moveRelation(facts, command, by),
  });
  assert.equal(moved.refusals?.[0].reason, "organisation_not_yours");
});

Deno.test("a dealer draws from a pool of its organisation or of one above, and from no other", async () => {
  await using engine = await channelEngine();
  await saveAs(engine, pools, {
    record: { code: "OWN", nameZh: "东部库", nameEn: "Own", organisationCode: "QY-E" },
  });
  const draw = (poolCode: string, organisationCode: string) =>
    saveAs(engine, partners, { record: { ...dealer, poolCode, organisationCode } });
  assert.ok((await draw("HD", "QY-E")).ok);
  assert.ok((await draw("OWN", "QY-E")).ok);
  const foreign = await draw("OWN", "QY");
  assert.deepEqual(foreign.refusals, [{
    reason: "pool_of_another_organisation",
    pool: "OWN",
    owner: "QY-E",
    organisation: "QY",
    at: "/poolCode",
  }]);
});

Deno.test("an organisation made today is used today, one that begins tomorrow is not", async () => {
  await using engine = await channelEngine({ now: "2026-03-02T02:00:00.000Z" });
  const west = { code: "QY-W", nameZh: "泉屿华西", nameEn: "West", parentCode: "QY" };
  const dated = (validFrom: string) => ({ ...west, currency: "CNY", validFrom, validUntil: null });
  await saveAs(engine, organisations, { record: dated("2026-03-03") });
  const early = await saveAs(engine, partners, { record: { ...dealer, organisationCode: "QY-W" } });
  assert.equal(early.refusals?.[0].reason, "organisation_not_in_force");
  await saveAs(engine, organisations, { record: dated("2026-03-02") });
  const today = await saveAs(engine, partners, { record: { ...dealer, organisationCode: "QY-W" } });
  assert.equal(today.ok, true);
});

Deno.test("organisations know their own circles", async () => {
  await using engine = await channelEngine();
  const top = {
    code: "QY",
    nameZh: "泉屿饮品",
    nameEn: "Quanyu",
    parentCode: "QY-E",
    currency: "CNY",
    validFrom: "2026-01-01",
    validUntil: null,
  };
  const circle = await saveAs(engine, organisations, { record: top });
  assert.equal(circle.refusals?.[0].reason, "organisation_cycle");
});

Deno.test("an organisation does not move away from a pool that it or one below it uses", async () => {
  await using engine = await channelEngine();
  const own = { code: "OWN", nameZh: "东部库", nameEn: "Own", organisationCode: "QY-E" };
  await saveAs(engine, pools, { record: own });
  const east = findOrganisation(engine.reader(all), "QY-E")!.record;
  const move = (parentCode: string | null) =>
    saveAs(engine, organisations, { record: { ...east, parentCode } });
  await saveAs(engine, partners, { record: dealer });
  const away = await move(null);
  assert.deepEqual(away.refusals, [
    { reason: "pools_left_behind", codes: ["XZDS"], more: false, at: "/parentCode" },
  ]);
  const renamed = { ...east, nameZh: "泉屿东部" };
  assert.ok((await saveAs(engine, organisations, { record: renamed })).ok);
  await saveAs(engine, partners, { record: { ...dealer, poolCode: "OWN" } });
  assert.ok((await move(null)).ok, "its own pool goes with it");
  await saveAs(engine, organisations, {
    record: { ...east, code: "QY-EE", parentCode: "QY-E" },
  });
  await saveAs(engine, partners, {
    record: { ...dealer, code: "BELOW", poolCode: "OWN", organisationCode: "QY-EE" },
  });
  assert.ok((await move("QY")).ok, "and with those below");
  await saveAs(engine, organisations, { record: { ...east, code: "QY-N", parentCode: "QY" } });
  await saveAs(engine, partners, {
    record: { ...dealer, code: "BELOW", poolCode: "HD", organisationCode: "QY-EE" },
  });
  assert.ok((await move("QY-N")).ok, "the group's pool stays above it");
  const alone = await move(null);
  assert.deepEqual(alone.refusals, [
    { reason: "pools_left_behind", codes: ["BELOW"], more: false, at: "/parentCode" },
  ]);
});

Deno.test("findPartnerById() on an unknown id", async () => {
  await using engine = await channelEngine();
  assert.equal(findPartnerById(engine.reader(all), "NONE" as PartnerId), null);
});
