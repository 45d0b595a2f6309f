import assert from "node:assert/strict";
import { wordProblems } from "~/views/_kit/text_check.ts";
import { channelWords } from "./text.ts";

const { zh, en } = channelWords.both;

Deno.test("channelWords says everything in both languages, in the house's style", () => {
  const rest = { zh: { ...zh, refused: null }, en: { ...en, refused: null } };
  assert.deepEqual(wordProblems(rest), []);
});

const code = "D-77";
const days = { from: "2026-03-02", until: "2026-03-01" };
const said = {
  code_taken: (t) => t.code_taken({ reason: "code_taken", code }),
  kind_is_fixed: (t) => t.kind_is_fixed({ reason: "kind_is_fixed", code, kind: "store" }),
  unknown_organisation: (t) => t.unknown_organisation({ reason: "unknown_organisation", code }),
  organisation_not_in_force: (t) =>
    t.organisation_not_in_force({ reason: "organisation_not_in_force", code }),
  organisation_cycle: (t) => t.organisation_cycle({ reason: "organisation_cycle", code }),
  pools_left_behind: (t) =>
    t.pools_left_behind({ reason: "pools_left_behind", codes: [code], more: true }),
  ends_before_it_begins: (t) =>
    t.ends_before_it_begins({ reason: "ends_before_it_begins", ...days }),
  unknown_region: (t) => t.unknown_region({ reason: "unknown_region", code }),
  region_cycle: (t) => t.region_cycle({ reason: "region_cycle", code }),
  organisation_not_yours: (t) =>
    t.organisation_not_yours({ reason: "organisation_not_yours", code }),
  region_not_yours: (t) => t.region_not_yours({ reason: "region_not_yours", code }),
  pool_of_another_organisation: (t) =>
    t.pool_of_another_organisation({
      reason: "pool_of_another_organisation",
      pool: code,
      owner: "QN",
      organisation: "QY",
    }),
  unknown_pool: (t) => t.unknown_pool({ reason: "unknown_pool", code }),
  dealer_needs_pool: (t) => t.dealer_needs_pool({ reason: "dealer_needs_pool" }),
  address_incomplete: (t) =>
    t.address_incomplete({ reason: "address_incomplete", code, missing: ["phone", "city"] }),
  duplicate_address: (t) => t.duplicate_address({ reason: "duplicate_address", code }),
  several_default_addresses: (t) =>
    t.several_default_addresses({ reason: "several_default_addresses", codes: [code] }),
  unknown_parent: (t) => t.unknown_parent({ reason: "unknown_parent", code }),
  parent_not_dealer: (t) =>
    t.parent_not_dealer({ reason: "parent_not_dealer", code, kind: "store" }),
  kind_has_no_parent: (t) =>
    t.kind_has_no_parent({ reason: "kind_has_no_parent", kind: "carrier" }),
  relation_cycle: (t) => t.relation_cycle({ reason: "relation_cycle", code, parent: "D-78" }),
  move_in_the_past: (t) =>
    t.move_in_the_past({ reason: "move_in_the_past", from: days.until, now: days.from }),
  already_there: (t) => t.already_there({ reason: "already_there", parent: code }),
  changed_meanwhile: (t) => t.changed_meanwhile({ reason: "changed_meanwhile" }),
  already_exists: (t) => t.already_exists({ reason: "already_exists", key: code }),
} satisfies { [R in keyof typeof zh.refused]: (t: typeof zh.refused) => string };

const nameless = ["dealer_needs_pool", "kind_has_no_parent", "changed_meanwhile"];

for (const [reason, say] of Object.entries(said)) {
  Deno.test(`channelWords names what is wrong: ${reason}`, () => {
    assert.notEqual(say(zh.refused), say(en.refused));
    for (const words of [say(zh.refused), say(en.refused)]) {
      assert.doesNotMatch(words, /undefined|\[object/);
      if (!nameless.includes(reason)) assert.match(words, /D-77|2026-03-01/);
    }
  });
}
