import assert from "node:assert/strict";
import { acrossMigration } from "~/db/_engine/across_migration.ts";

const node = (id: string) =>
  `insert into node values ('${id}', '${id}', '', '', 'central', 'O', 'R', null, null, '', '',
     1, 1, 0, 0, 127, 0, 'active', 1);`;
const sku = (id: string) =>
  `insert into sku values ('${id}', '${id}', '', '', '', '', 'C', null, '瓶', '瓶', 1300, 0, null,
     '{}', 'on_sale', '', '', 1);`;

Deno.test("0009: a node begins with the sum of what is pinned at it", async () => {
  const nodes = await acrossMigration(9, {
    fill: (connection) =>
      connection.exec(
        `insert into organisation values ('O', 'O', '', '', null, 'CNY', '2026-01-01', null, 1);
      insert into region values ('R', 'R', '', '', null, 1);
      insert into category values ('C', 'C', '', '', null, 1);
      ${node("N1")} ${node("N2")} ${sku("S1")} ${sku("S2")}
      insert into node_stock values ('N1', 'S1', 9, 4), ('N1', 'S2', 9, 3), ('N2', 'S1', 9, 0);`,
      ),
    ask: "select id, pinned_units from node order by id",
  });
  assert.deepEqual(nodes, [{ id: "N1", pinned_units: 7 }, { id: "N2", pinned_units: 0 }]);
});
