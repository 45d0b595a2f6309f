import { strict as assert } from "node:assert";
import { hasBooks, replayNorthwind, usualFolder, whereToFind } from "./northwind/northwind.ts";

const isHere = hasBooks(usualFolder);
if (!isHere) console.log(whereToFind);

Deno.test({
  name: "a wholesaler's books go through the order path to the cent",
  ignore: !isHere,
  async fn(t) {
    const { figures } = await replayNorthwind(usualFolder);
    const names = ["orders", "lines", "gross", "discounts", "freight", "orders not shipped"];
    const owed = ["receivable", "of it goods", "of it freight", "journal sum", "invariants broken"];
    const read = figures.map(({ name }) => name);
    assert.deepEqual([...names, ...owed].filter((name) => !read.includes(name)), []);
    for (const { name, value, wanted } of figures) {
      await t.step(`${name}: ${wanted}`, () => assert.equal(value, wanted));
    }
  },
});

Deno.test("a folder without the books is told apart from one with them", () => {
  assert.equal(hasBooks("/nowhere"), false);
});
