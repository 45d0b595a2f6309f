import { strict as assert } from "node:assert";
import { pastedRows } from "./paste.ts";

Deno.test("pastedRows() reads what spreadsheets and people put between the cells", () => {
  const cases: [string, [string, string, string][]][] = [
    ["COLA-330\t12\t箱\nTEA-500\t7\t", [["COLA-330", "12", "箱"], ["TEA-500", "7", ""]]],
    ["编码\t数量\nCOLA-330\t12", [["COLA-330", "12", ""]]],
    ["COLA-330,12,箱\r\n\r\nTEA-500，-7", [["COLA-330", "12", "箱"], ["TEA-500", "-7", ""]]],
    ["COLA-330   12  箱", [["COLA-330", "12", "箱"]]],
    ["", []],
  ];
  for (const [text, rows] of cases) {
    assert.deepEqual(
      pastedRows(text).map(({ sku, quantity, unit }) => [sku, quantity, unit]),
      rows,
    );
  }
});
