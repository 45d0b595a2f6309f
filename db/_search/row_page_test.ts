import { strict as assert } from "node:assert";
import fc from "fast-check";
import { testEngine } from "~/db/_engine/testing.ts";
import { keyOf, rowPage } from "./row_page.ts";

const codes = ["A", "B", "C", "D", "E", "F", "G"];

async function sevenRegions() {
  const engine = await testEngine();
  await engine.writer.write((tx) => {
    tx.insert(
      "region",
      codes.map((code, i) => ({
        id: `id-${code}`,
        code,
        name_zh: i % 2 ? "华东" : "华南",
        name_en: "",
        parent_id: null,
        version: 1,
      })),
    );
    return Promise.resolve();
  });
  return engine;
}

Deno.test("rowPage() walks a list forth and back without a gap or a repeat", async () => {
  await using engine = await sevenRegions();
  const reader = engine.asSystem("a test looks");
  const query = reader.from("region").select(["code", "name_zh", keyOf("name_zh", "code")]);
  const sorted = (direction: "asc" | "desc") =>
    codes.map((code, i) => [i % 2 ? "华东" : "华南", code].join("~"))
      .sort().map((key) => key).sort((a, b) => (a < b ? -1 : 1) * (direction === "asc" ? 1 : -1));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.constantFrom("asc", "desc"), (limit, way) => {
      const direction = way as "asc" | "desc";
      const columns = ["name_zh", "code"];
      const page = (at: { after?: string; before?: string }) =>
        rowPage(reader, query, { columns, direction, page: { ...at, limit } });
      const forth: string[] = [];
      let last = page({});
      assert.equal(last.previous, null);
      for (;;) {
        forth.push(...last.rows.map(({ key }) => key));
        if (last.next === null) break;
        last = page({ after: last.next });
      }
      assert.deepEqual(forth, sorted(direction));
      const back = last.rows.map(({ key }) => key);
      while (last.previous !== null) {
        last = page({ before: last.previous });
        back.unshift(...last.rows.map(({ key }) => key));
      }
      assert.deepEqual(back, sorted(direction));
    }),
  );
});

Deno.test("rowPage() begins the list for a key that does not fit it", async () => {
  await using engine = await sevenRegions();
  const reader = engine.asSystem("a test looks");
  const query = reader.from("region").select(["code", keyOf("name_zh", "code")]);
  const { rows } = rowPage(reader, query, {
    columns: ["name_zh", "code"],
    direction: "asc",
    page: { after: "made up", limit: 1 },
  });
  assert.deepEqual(rows.map(({ code }) => code), ["B"]);
});
