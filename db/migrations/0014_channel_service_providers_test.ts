import assert from "node:assert/strict";
import { migrate, readMigrations } from "~/db/_engine/migrate.ts";
import { type Connection, openWriter } from "~/db/_engine/native.ts";

const now = "2026-03-02T00:00:00.000Z";
const all = readMigrations();
const before = all.slice(0, all.findIndex(({ name }) => name.endsWith("service_providers")));

function partner(connection: Connection, code: string, kind: string): void {
  connection.run(
    `insert into partner (id, code, kind, name_zh, name_en, organisation_id, region_id, currency,
      sells, stocks, ships, settles, state, search, updated_at, version)
      values (?, ?, ?, '', '', 'O', 'R', 'CNY', 0, 0, 1, 1, 'active', '', '', 1)`,
    [code, code, kind],
  );
}

Deno.test("partners of before stay and offer no services, service providers are let in, other kinds are not", async () => {
  const folder = await Deno.makeTempDir();
  const connection = openWriter(`${folder}/m.db`);
  try {
    migrate(connection, now, { migrations: before });
    connection.exec(
      "insert into organisation values ('O', 'O', '', '', null, 'CNY', '', null, 1, 1000)",
    );
    connection.exec("insert into region values ('R', 'R', '', '', null, 1)");
    partner(connection, "C-01", "carrier");
    migrate(connection, now);
    partner(connection, "F-01", "service_provider");
    assert.throws(() => partner(connection, "X-01", "broker"), /CHECK constraint failed/);
    assert.deepEqual(
      connection.all("select code, services from partner order by code"),
      [{ code: "C-01", services: 0 }, { code: "F-01", services: 0 }],
    );
    assert.deepEqual(connection.all("pragma integrity_check"), [{ integrity_check: "ok" }]);
    assert.deepEqual(connection.all("pragma foreign_key_check"), []);
  } finally {
    connection.close();
    await Deno.remove(folder, { recursive: true });
  }
});
