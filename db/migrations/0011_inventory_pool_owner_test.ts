import assert from "node:assert/strict";
import { acrossMigration } from "~/db/_engine/across_migration.ts";
import { migrate } from "~/db/_engine/migrate.ts";
import { type Connection, openWriter } from "~/db/_engine/native.ts";

const now = "2026-03-02T00:00:00.000Z";

/** A group with two companies, one of which has a branch, and a house that is nobody's. */
const organisations = [
  ["G", null],
  ["E", "G"],
  ["E1", "E"],
  ["S", "G"],
  ["X", null],
] as const;

/** Who owns what after the migration. */
async function ownersAfter(fill: (connection: Connection) => void): Promise<string[]> {
  const rows = await acrossMigration(11, {
    fill,
    ask: "select id, code, name_zh, organisation_id, version from pool order by id",
  });
  return rows.map((row) => Object.values(row as object).join(" "));
}

function plant(connection: Connection): void {
  for (const [id, parent] of organisations) {
    connection.run(
      "insert into organisation values (?, ?, '', '', ?, 'CNY', '2026-01-01', null, 1)",
      [id, id, parent],
    );
  }
  connection.exec("insert into region values ('R', 'R', '', '', null, 1)");
}

function pool(
  connection: Connection,
  id: string,
  use: { nodes?: string; partners?: string },
): void {
  connection.run("insert into pool values (?, ?, ?, '', 7)", [id, id, `${id} 库`]);
  for (const [at, owner] of (use.nodes?.split(" ") ?? []).entries()) {
    connection.run(
      `insert into node values (?, ?, '', '', 'central', ?, 'R', null, ?, '', '',
       1, 1, 0, 0, 127, 0, 'active', 1, 0)`,
      [`N-${id}-${at}`, `N-${id}-${at}`, owner, id],
    );
  }
  for (const [at, owner] of (use.partners?.split(" ") ?? []).entries()) {
    connection.run(
      `insert into partner values (?, ?, 'dealer', '', '', null, ?, 'R', ?, 'CNY', null,
       1, 0, 0, 1, null, 'active', '', '', 1)`,
      [`D-${id}-${at}`, `D-${id}-${at}`, owner, id],
    );
  }
}

Deno.test("0011 gives each pool to the nearest organisation above all who use it", async () => {
  const owners = await ownersAfter((connection) => {
    plant(connection);
    pool(connection, "A-ONE", { nodes: "E E" });
    pool(connection, "B-BRANCH", { nodes: "E E1" });
    pool(connection, "C-SISTERS", { nodes: "E1 S" });
    pool(connection, "D-SHARED", { nodes: "E", partners: "E1 S" });
    pool(connection, "E-DEALERS", { partners: "S S" });
    pool(connection, "F-STRANGER", { nodes: "E E1", partners: "X X X" });
    pool(connection, "G-APART", { nodes: "X S S" });
    pool(connection, "H-UNUSED", {});
  });
  assert.deepEqual(owners, [
    "A-ONE A-ONE A-ONE 库 E 7",
    "B-BRANCH B-BRANCH B-BRANCH 库 E 7",
    "C-SISTERS C-SISTERS C-SISTERS 库 G 7",
    "D-SHARED D-SHARED D-SHARED 库 G 7",
    "E-DEALERS E-DEALERS E-DEALERS 库 S 7",
    "F-STRANGER F-STRANGER F-STRANGER 库 E 7",
    "G-APART G-APART G-APART 库 S 7",
    "H-UNUSED H-UNUSED H-UNUSED 库 G 7",
  ]);
});

Deno.test("0011 wants an owner from then on, and one that is there", async () => {
  await ownersAfter(plant);
  const folder = await Deno.makeTempDir();
  const connection = openWriter(`${folder}/m.db`);
  try {
    migrate(connection, now);
    const insert = (owner: string | null) =>
      connection.run(
        "insert into pool (id, code, name_zh, name_en, version, organisation_id) values ('P', 'P', '', '', 1, ?)",
        [owner],
      );
    assert.throws(() => insert(null), /NOT NULL/);
    assert.throws(() => insert("NOBODY"), /FOREIGN KEY/);
  } finally {
    connection.close();
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("0011 drops a pool of a house that has no organisation yet", async () => {
  assert.deepEqual(await ownersAfter((connection) => pool(connection, "EARLY", {})), []);
});
