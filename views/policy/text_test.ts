import { strict as assert } from "node:assert";
import { wordProblems } from "~/views/_kit/text_check.ts";
import { price } from "./price_parts.tsx";
import { policyWords } from "./text.ts";

const { zh, en } = policyWords.both;

Deno.test("policyWords has both languages whole", () => {
  const { refused: _zh, ...chinese } = zh;
  const { refused: _en, ...english } = en;
  assert.deepEqual(wordProblems({ zh: chinese, en: english }), []);
});

Deno.test("price() parts thousands and loses no digit", () => {
  const cases: [number, string, string][] = [
    [26_400_000, "CNY", "26.40"],
    [1_234_567_890_000, "CNY", "1,234,567.89"],
    [1_137_500, "CNY", "1.1375"],
    [19_800_000, "JPY", "1,980"],
  ];
  for (const [priceE4, currency, said] of cases) assert.equal(price(priceE4, currency), said);
});

Deno.test("an overlap says how to mend it: an open row is ended first", () => {
  const from = "2025-12-31T16:00:00.000Z";
  const overlap = { reason: "prices_overlap" as const, sku: "COLA-330", from };
  assert.match(zh.refused.prices_overlap({ ...overlap, until: null }), /先给那一行写上失效日/);
  const until = "2026-06-30T16:00:00.000Z";
  assert.match(en.refused.prices_overlap({ ...overlap, until }), /2026-01-01 until 2026-07-01/);
});
