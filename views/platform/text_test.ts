import assert from "node:assert/strict";
import { wordProblems } from "~/views/_kit/text_check.ts";
import { platformWords } from "./text.ts";

/** The languages' own names are said in themselves. */
const ofTheirOwn = [
  "/invite/languages/zh has Chinese in English: 中文",
  "/invite/languages/en has English in Chinese: English",
];

Deno.test("platformWords has both languages whole", () => {
  const found = wordProblems(platformWords.both).filter((problem) => !ofTheirOwn.includes(problem));
  assert.deepEqual(found, []);
});
