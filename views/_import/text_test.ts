import assert from "node:assert/strict";
import { wordProblems } from "~/views/_kit/text_check.ts";
import { importWords } from "./text.ts";

const { zh, en } = importWords.both;

Deno.test("importWords says everything in both languages, in the house's style", () => {
  const plain = (t: typeof zh) => ({ ...t, refused: null, terminal: null });
  assert.deepEqual(wordProblems({ zh: plain(zh), en: plain(en) }), []);
});

Deno.test("importWords names the columns a file lacks or has twice", () => {
  const columns = [{ zh: ["品名", "名称"], en: ["Chinese name", "Name"] }];
  assert.match(zh.refused.columns_missing({ columns }), /缺这些列：品名。/);
  assert.match(en.refused.columns_missing({ columns }), /missing: Chinese name\./);
  for (const t of [zh, en]) assert.match(t.refused.column_twice({ head: "税率" }), /税率/);
});
