import assert from "node:assert/strict";
import { kitPageWords } from "./kit_page_text.ts";
import { navEntries } from "./nav.ts";
import { kitWords } from "./text.ts";
import { spoken, wordProblems } from "./text_check.ts";

Deno.test("kitWords has both languages whole", () => {
  assert.deepEqual(wordProblems(kitWords.both), []);
  assert.ok(spoken(kitWords.both.zh).length > 80);
});

Deno.test("kitPageWords has both languages whole", () => {
  assert.deepEqual(wordProblems(kitPageWords.both), []);
});

Deno.test("navEntries has both languages whole", () => {
  const label = (lang: "zh" | "en") =>
    Object.values(navEntries).flat().map((entry) => entry.label[lang]);
  assert.deepEqual(wordProblems({ zh: label("zh"), en: label("en") }), []);
});

Deno.test("wordProblems finds what is missing and what was left untranslated", () => {
  const zh = { a: "甲", b: (n: string) => `${n} 行`, c: "Save" };
  const en = { a: "甲", b: (n: string) => `${n} rows` };
  assert.deepEqual(wordProblems({ zh, en }), [
    "/a has Chinese in English: 甲",
    "/c is in one language only",
    "/c has English in Chinese: Save",
  ]);
});

Deno.test("kitWords never says 请, 您, 成功 or an exclamation mark", () => {
  const texts = spoken(kitWords.both).map(([, text]) => text);
  assert.deepEqual(texts.filter((text) => /请(?!求)|您|成功|[!！]/.test(text)), []);
});
