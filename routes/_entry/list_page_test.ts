import { strict as assert } from "node:assert";
import { pageLinks, pageRows, rowsAsked, shownPage } from "./list_page.ts";

const numbers = (from: number, many: number) => Array.from({ length: many }, (_, i) => from + i);
const to = ({ after, before }: { after?: string; before?: string }) => `a=${after} b=${before}`;
const shown = (found: number[], at: { after?: string; before?: string } = {}) =>
  shownPage(found, { ...at, keyOf: String, to });

Deno.test("shownPage() cuts off the row too many and links on from the last one shown", () => {
  const page = shown(numbers(1, rowsAsked));
  assert.equal(page.rows.length, pageRows);
  assert.deepEqual([page.newer, page.older], [undefined, `a=${pageRows} b=undefined`]);
});

Deno.test("shownPage() of a page that was come back to cuts off at its front", () => {
  const page = shown(numbers(1, rowsAsked), { before: "52" });
  assert.equal(page.rows[0], 2);
  assert.deepEqual([page.newer, page.older], ["a=undefined b=2", `a=${rowsAsked} b=undefined`]);
});

Deno.test("shownPage() links nowhere from the only page, and back from the last", () => {
  assert.deepEqual(shown([1]), { rows: [1], newer: undefined, older: undefined });
  assert.equal(shown([51], { after: "50" }).newer, "a=undefined b=51");
  assert.deepEqual(shown([], { after: "50" }), { rows: [], newer: undefined, older: undefined });
});

Deno.test("pageLinks() links where the query says that pages begin", () => {
  assert.deepEqual(pageLinks({ previous: null, next: "7" }, to), {
    newer: undefined,
    older: "a=7 b=undefined",
  });
});
