import assert from "node:assert/strict";
import { acrossMigration } from "~/db/_engine/across_migration.ts";
import type { Connection } from "~/db/_engine/native.ts";

/** A group with two companies and a house that is nobody's; a region for each way they can meet. */
const organisations = [["G", null], ["E", "G"], ["S", "G"], ["X", null]] as const;
const partnersIn = { ONE: "E E", TWO: "E S", STRANGE: "S S X", EMPTY: "" };

function plant(connection: Connection): void {
  for (const [id, parent] of organisations) {
    connection.run(
      "insert into organisation values (?, ?, '', '', ?, 'CNY', '2026-01-01', null, 1)",
      [id, id, parent],
    );
  }
  for (const [region, owners] of Object.entries(partnersIn)) {
    connection.run("insert into region values (?, ?, '', '', null, 1)", [region, region]);
    for (const [at, owner] of owners.split(" ").filter(Boolean).entries()) {
      connection.run(
        `insert into partner values (?, ?, 'carrier', '', '', null, ?, ?, null, 'CNY', null,
         0, 0, 1, 1, null, 'active', '', '', 1)`,
        [`${region}-${at}`, `${region}-${at}`, owner, region],
      );
    }
  }
}

function user(
  connection: Connection,
  id: string,
  { role = "sales", organisation = null, regions = [] }: {
    role?: string;
    organisation?: string | null;
    regions?: string[];
  },
): void {
  connection.run(
    `insert into app_user (id, login, name, organisation_id, state, created_at, version)
     values (?, ?, '', ?, 'invited', '', 7)`,
    [id, id, organisation],
  );
  connection.run("insert into user_role values (?, ?)", [id, role]);
  for (const region of regions) {
    connection.run("insert into user_region values (?, ?)", [id, region]);
  }
}

Deno.test("0012 gives sales without an organisation the nearest above their partners, and nobody else", async () => {
  const found = await acrossMigration(12, {
    fill: (connection) => {
      plant(connection);
      user(connection, "a.one", { regions: ["ONE"] });
      user(connection, "b.two", { regions: ["TWO"] });
      user(connection, "c.both", { regions: ["ONE", "TWO"] });
      user(connection, "d.strange", { regions: ["STRANGE"] });
      user(connection, "e.empty", { regions: ["EMPTY"] });
      user(connection, "f.settled", { regions: ["ONE"], organisation: "S" });
      user(connection, "g.auditor", { role: "auditor", regions: ["ONE"] });
    },
    ask: "select id, organisation_id, version from app_user where login <> 'system' order by id",
  });
  assert.deepEqual(found.map((row) => Object.values(row as object).join(" ")), [
    "a.one E 7",
    "b.two G 7",
    "c.both G 7",
    "d.strange S 7",
    "e.empty G 7",
    "f.settled S 7",
    "g.auditor  7",
  ]);
});
