import assert from "node:assert/strict";
import { BrokenInvariant } from "~/domain/_kernel/assert.ts";
import { type TestEngine, testEngine } from "./testing.ts";
import { ChangedMeanwhile, type Tx } from "./tx.ts";

const within = <Result>(engine: TestEngine, use: (tx: Tx) => Result) =>
  engine.writer.write((tx) => Promise.resolve(use(tx)));

const upkeep = (detail: string, ok = 1) => ({
  kind: "test",
  at: "2026-03-02T00:00:00.000Z",
  ok,
  detail,
});

const details = (engine: TestEngine) =>
  engine.read.all<{ detail: string }>("select detail from upkeep order by id", [])
    .map(({ detail }) => detail);

for (const rows of [0, 1, 2, 16, 17, 63, 64, 65, 129, 1000]) {
  Deno.test(`Tx.insert() writes ${rows} rows, each once and in order`, async () => {
    await using engine = await testEngine();
    const wanted = Array.from({ length: rows }, (_, i) => String(i));
    await within(engine, (tx) => tx.insert("upkeep", wanted.map((detail) => upkeep(detail))));
    assert.deepEqual(details(engine), wanted);
  });
}

Deno.test("Tx.insert() keeps the number of statement texts small, whatever the number of rows", async () => {
  await using engine = await testEngine();
  const texts = new Set<string>();
  await within(engine, (tx) => {
    const { connection } = tx;
    const run = connection.run.bind(connection);
    connection.run = (sql, params) => {
      if (sql.startsWith("insert")) texts.add(sql);
      return run(sql, params);
    };
    for (let n = 1; n <= 150; n++) {
      tx.insert("upkeep", Array.from({ length: n }, () => upkeep("x")));
    }
  });
  assert.equal(texts.size, 17);
});

Deno.test("Tx.insert() refuses an undefined value, a fraction and rows of several shapes", async () => {
  await using engine = await testEngine();
  const refused = (rows: unknown) =>
    assert.rejects(within(engine, (tx) => tx.insert("upkeep", rows as never)), BrokenInvariant);
  await refused({ ...upkeep("x"), detail: undefined });
  await refused({ ...upkeep("x"), ok: 0.5 });
  await refused({ ...upkeep("x"), ok: NaN });
  await refused({ ...upkeep("x"), id: 2 ** 53 });
  await refused([upkeep("x"), { ...upkeep("y"), id: 7 }]);
  await refused([{ ...upkeep("y"), id: 7 }, upkeep("x")]);
  assert.deepEqual(details(engine), []);
});

Deno.test("Tx.insert() takes booleans as 0 and 1, and refuses what is not a name", async () => {
  await using engine = await testEngine();
  await within(engine, (tx) => tx.insert("upkeep", { ...upkeep("x"), ok: true as never }));
  assert.deepEqual(engine.read.all("select ok, typeof(ok) as type from upkeep", []), [
    { ok: 1, type: "integer" },
  ]);
  const injected = { ...upkeep("x"), "ok) values (1); --": 1 };
  await assert.rejects(
    within(engine, (tx) => tx.insert("upkeep", injected as never)),
    /not a name/,
  );
});

Deno.test("Tx.change() sets where the key matches and answers how many rows", async () => {
  await using engine = await testEngine();
  await within(engine, (tx) => tx.insert("upkeep", [upkeep("a"), upkeep("b", 0), upkeep("c")]));
  const changed = await within(engine, (tx) => tx.change("upkeep", { ok: 1 }, { detail: "z" }));
  assert.equal(changed, 2);
  assert.deepEqual(details(engine), ["z", "b", "z"]);
});

Deno.test("Tx.change() with a null key matches nothing, and without a key is an error", async () => {
  await using engine = await testEngine();
  await within(engine, (tx) => tx.insert("upkeep", upkeep("a")));
  const changed = await within(
    engine,
    (tx) => tx.change("app_user", { dealer_id: null }, { name: "z" }),
  );
  assert.equal(changed, 0);
  await assert.rejects(within(engine, (tx) => tx.change("upkeep", {}, { detail: "z" })));
  await assert.rejects(
    within(engine, (tx) => tx.change("upkeep", { id: undefined }, { detail: "z" })),
    BrokenInvariant,
  );
  assert.deepEqual(details(engine), ["a"]);
});

Deno.test("Tx.changeOne() refuses unless exactly one row changed", async () => {
  await using engine = await testEngine();
  await within(engine, (tx) => tx.insert("upkeep", [upkeep("a"), upkeep("b")]));
  const changing = (key: { id?: number; kind?: string }) =>
    within(engine, (tx) => tx.changeOne("upkeep", key, { detail: "z" }));
  await assert.rejects(changing({ id: 99 }), ChangedMeanwhile);
  await assert.rejects(changing({ kind: "test" }), ChangedMeanwhile);
  assert.deepEqual(details(engine), ["a", "b"]);
  await changing({ id: 2 });
  assert.deepEqual(details(engine), ["a", "z"]);
});

Deno.test("Tx.raise() makes a missing balance, adds to it, and its CHECK keeps it sound", async () => {
  await using engine = await testEngine();
  engine.writer.connection.exec("pragma foreign_keys = off");
  const key = { pool_id: "p", sku_id: "s" };
  const raise = (on_hand: number, reserved: number) =>
    within(engine, (tx) => tx.raise("pool_stock", key, { on_hand, reserved }));
  const balance = () =>
    engine.read.all("select on_hand, reserved, typeof(on_hand) as type from pool_stock", []);
  await raise(10, 0);
  await raise(5, 7);
  await raise(-3, -2);
  assert.deepEqual(balance(), [{ on_hand: 12, reserved: 5, type: "integer" }]);
  await assert.rejects(raise(0, 8), /CHECK/);
  await assert.rejects(raise(-13, -5), /CHECK/);
  assert.deepEqual(balance(), [{ on_hand: 12, reserved: 5, type: "integer" }]);
});

Deno.test("Tx.remove() removes where the key matches, and without a key is an error", async () => {
  await using engine = await testEngine();
  await within(engine, (tx) => tx.insert("upkeep", [upkeep("a"), upkeep("b", 0)]));
  assert.equal(await within(engine, (tx) => tx.remove("upkeep", { ok: 0 })), 1);
  await assert.rejects(within(engine, (tx) => tx.remove("upkeep", {})));
  assert.deepEqual(details(engine), ["a"]);
});

Deno.test("Tx.kysely writes within the unit and answers rows and counts", async () => {
  await using engine = await testEngine();
  const seen = await engine.writer.write(async (tx) => {
    const { id } = await tx.kysely.insertInto("upkeep").values(upkeep("a")).returning("id")
      .executeTakeFirstOrThrow();
    const { numUpdatedRows } = await tx.kysely.updateTable("upkeep").set({ detail: "z" })
      .where("id", "=", id).executeTakeFirstOrThrow();
    return { id, numUpdatedRows };
  });
  assert.deepEqual(seen, { id: 1, numUpdatedRows: 1n });
  assert.deepEqual(details(engine), ["z"]);
  await assert.rejects(
    engine.writer.write((tx) => tx.kysely.transaction().execute(() => Promise.resolve())),
    /use transact/,
  );
});
