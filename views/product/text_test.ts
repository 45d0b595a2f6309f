import assert from "node:assert/strict";
import { wordProblems } from "~/views/_kit/text_check.ts";
import { productWords } from "./text.ts";

const { zh, en } = productWords.both;

Deno.test("productWords says everything in both languages, in the house's style", () => {
  const rest = { zh: { ...zh, refused: null }, en: { ...en, refused: null } };
  assert.deepEqual(wordProblems(rest), []);
});

const said = {
  unknown_category: (t) => t.unknown_category({ reason: "unknown_category", code: "SODA" }),
  category_cycle: (t) => t.category_cycle({ reason: "category_cycle", code: "SODA" }),
  sales_unit_unknown: (t) =>
    t.sales_unit_unknown({ reason: "sales_unit_unknown", unit: "12-pack", units: ["SODA"] }),
  duplicate_unit: (t) => t.duplicate_unit({ reason: "duplicate_unit", unit: "SODA" }),
  base_unit_not_one: (t) =>
    t.base_unit_not_one({ reason: "base_unit_not_one", unit: "SODA", factor: 2 }),
  base_unit_in_use: (t) =>
    t.base_unit_in_use({ reason: "base_unit_in_use", before: "SODA", wanted: "CAN" }),
  barcode_taken: (t) => t.barcode_taken({ reason: "barcode_taken", barcode: "69", by: "SODA" }),
  state_not_reachable: (t) =>
    t.state_not_reachable({
      reason: "state_not_reachable",
      from: "on_sale",
      to: "draft",
      reachable: ["phase_out"],
    }),
  changed_meanwhile: (t) => t.changed_meanwhile({ reason: "changed_meanwhile" }),
  already_exists: (t) => t.already_exists({ reason: "already_exists", key: "SODA" }),
} satisfies { [R in keyof typeof zh.refused]: (t: typeof zh.refused) => string };

for (const [reason, say] of Object.entries(said)) {
  Deno.test(`productWords names what is wrong: ${reason}`, () => {
    assert.notEqual(say(zh.refused), say(en.refused));
    for (const words of [say(zh.refused), say(en.refused)]) {
      assert.doesNotMatch(words, /undefined|\[object/);
      if (reason !== "changed_meanwhile") assert.match(words, /SODA|草稿|Draft/);
    }
  });
}
