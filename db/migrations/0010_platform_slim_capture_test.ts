import assert from "node:assert/strict";
import { acrossMigration } from "~/db/_engine/across_migration.ts";

Deno.test("0010: every reply that was kept is still kept, in the order it was given", async () => {
  const replies = await acrossMigration(10, {
    fill: (connection) =>
      connection.exec(`insert into idempotency values
      ('P', 'POST /x', 'k-late', 'h2', 201, '{"b":1}', '2026-03-02T00:00:00.000Z'),
      ('P', 'POST /x', 'k-soon', 'h1', 200, '{"a":1}', '2026-03-01T00:00:00.000Z');`),
    ask:
      "select principal_id, route, key, body_hash, status, reply, created_at from idempotency order by id",
  });
  assert.deepEqual(replies.map((row) => Object.values(row as object).join(" ")), [
    'P POST /x k-soon h1 200 {"a":1} 2026-03-01T00:00:00.000Z',
    'P POST /x k-late h2 201 {"b":1} 2026-03-02T00:00:00.000Z',
  ]);
});
