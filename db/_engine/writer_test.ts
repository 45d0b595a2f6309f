import assert from "node:assert/strict";
import { TemporarilyUnavailable, UnitFault, Writer } from "./writer.ts";
import { type Connection, openReader, openWriter } from "./native.ts";
import { type Tx, UnitEnded } from "./tx.ts";

type Shelf = AsyncDisposable & { path: string; writer: Writer; commits: () => number };

/** A writer on a file with tables of the test's own: what is proved here is the queue, not the shop. */
async function shelf(): Promise<Shelf> {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/shelf.db`;
  let commits = 0;
  const writer = new Writer(path, { committed: () => commits += 1 });
  writer.connection.exec(`
    create table item (id integer primary key, note text not null check (length(note) < 100000)) strict;
    create table parent (id integer primary key) strict;
    create table child (parent_id integer references parent (id) deferrable initially deferred) strict;
  `);
  return {
    path,
    writer,
    commits: () => commits,
    async [Symbol.asyncDispose]() {
      await writer.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

const add = (id: number, note = "") => (tx: Tx) =>
  Promise.resolve(tx.run("insert into item (id, note) values (?, ?)", [id, note]).changes);

/** What another connection sees: only what is committed. */
function stored(path: string): number[] {
  const other = openWriter(path);
  const rows = other.all<{ id: number }>("select id from item order by id");
  other.close();
  return rows.map(({ id }) => id);
}

async function reasons(promises: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(promises);
  return settled.map((s) => s.status === "fulfilled" ? "ok" : (s.reason as Error).name);
}

const waitMs = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

Deno.test("Writer.write() commits many units in groups of at most 64", async () => {
  await using s = await shelf();
  const results = await Promise.all(
    Array.from({ length: 100 }, (_, id) => s.writer.write(add(id))),
  );
  assert.equal(results.every((changes) => changes === 1), true);
  assert.equal(stored(s.path).length, 100);
  assert.ok(s.commits() < 10, `${s.commits()} commits for 100 units`);
  assert.ok(s.commits() >= 2, "a group may not grow without limit");
});

Deno.test("Writer.write() answers only after other connections can see the row", async () => {
  await using s = await shelf();
  await s.writer.write(add(1));
  assert.deepEqual(stored(s.path), [1]);
});

Deno.test("Writer.write() answers with what the unit returned, in the order asked", async () => {
  await using s = await shelf();
  const seen: number[] = [];
  await Promise.all([3, 1, 2].map((id) =>
    s.writer.write((tx) => {
      seen.push(id);
      return add(id)(tx);
    })
  ));
  assert.deepEqual(seen, [3, 1, 2]);
});

Deno.test("a full database in unit 3 of 6 fails all six, runs none again, and later units work", async () => {
  await using s = await shelf();
  const connection = s.writer.connection;
  connection.exec(`pragma max_page_count = ${connection.pragma<number>("page_count") + 2}`);
  const runs = [0, 0, 0, 0, 0, 0];
  const outcome = await reasons(runs.map((_, i) =>
    s.writer.write((tx) => {
      runs[i]! += 1;
      return add(i, i === 2 ? "x".repeat(90_000) : "")(tx);
    })
  ));
  assert.deepEqual(outcome, Array(6).fill("TemporarilyUnavailable"));
  assert.deepEqual(runs, [1, 1, 1, 0, 0, 0]);
  assert.notEqual(s.writer.connection, connection);
  assert.deepEqual(stored(s.path), []);
  await s.writer.write(add(7, "x".repeat(90_000)));
  assert.deepEqual(stored(s.path), [7]);
});

Deno.test("a failing COMMIT fails its whole group and leaves no lock behind", async () => {
  await using s = await shelf();
  const connection = s.writer.connection;
  const outcome = await reasons([
    s.writer.write(add(1)),
    s.writer.write((tx) => Promise.resolve(tx.run("insert into child values (5)"))),
    s.writer.write(add(2)),
  ]);
  assert.deepEqual(outcome, Array(3).fill("TemporarilyUnavailable"));
  assert.notEqual(s.writer.connection, connection);
  const startedMs = performance.now();
  await s.writer.write(add(3));
  assert.ok(performance.now() - startedMs < 500, "the lost connection still held the write lock");
  assert.deepEqual(stored(s.path), [3]);
});

Deno.test("a constraint error undoes only its own unit, all of it", async () => {
  await using s = await shelf();
  const outcome = await reasons([
    s.writer.write(add(1)),
    s.writer.write((tx) => {
      tx.run("insert into item (id, note) values (2, '')");
      return add(1)(tx);
    }),
    s.writer.write(add(3)),
  ]);
  assert.deepEqual(outcome, ["ok", "SqliteError", "ok"]);
  assert.deepEqual(stored(s.path), [1, 3]);
});

Deno.test("a unit that throws is undone and its error reaches the caller", async () => {
  await using s = await shelf();
  const failing = s.writer.write((tx) => {
    tx.run("insert into item (id, note) values (1, '')");
    throw new RangeError("no");
  });
  await assert.rejects(failing, RangeError);
  assert.deepEqual(stored(s.path), []);
});

Deno.test("a unit that swallows a failed statement is a fault", async () => {
  await using s = await shelf();
  const swallowing = s.writer.write((tx) => {
    tx.run("insert into item (id, note) values (1, '')");
    try {
      tx.run("insert into item (id, note) values (1, '')");
    } catch { /* the very mistake */ }
    return Promise.resolve();
  });
  await assert.rejects(swallowing, UnitFault);
  assert.deepEqual(stored(s.path), []);
});

Deno.test("a Kysely statement that nobody awaits is a fault and writes nothing", async () => {
  await using s = await shelf();
  const forgetful = s.writer.write((tx) => {
    void insertion(tx, 1).execute();
    return Promise.resolve();
  });
  await assert.rejects(forgetful, UnitFault);
  await s.writer.write(add(2));
  assert.deepEqual(stored(s.path), [2]);
});

Deno.test("a helper that nobody awaits is a fault, wherever between two statements it is", async () => {
  for (let hops = 0; hops < 40; hops++) {
    await using s = await shelf();
    const twice = async (tx: Tx) => {
      await insertion(tx, 1).execute();
      await insertion(tx, 2).execute();
    };
    const forgetful = s.writer.write(async (tx) => {
      void twice(tx);
      for (let hop = 0; hop < hops; hop++) await null;
    });
    const written = await forgetful.then(() => true, () => false);
    assert.deepEqual(stored(s.path), written ? [1, 2] : [], `${hops} hops`);
  }
});

Deno.test("a failing statement that nobody awaits is a fault and does not end the process", async () => {
  await using s = await shelf();
  const forgetful = s.writer.write(async (tx) => {
    void insertion(tx, 1, "x".repeat(100_000)).execute();
    await insertion(tx, 2).execute();
  });
  await assert.rejects(forgetful, UnitFault);
  await waitMs(0);
  assert.deepEqual(stored(s.path), []);
});

Deno.test("Tx throws UnitEnded after its unit, and a stray one does not end the process", async () => {
  await using s = await shelf();
  let kept!: Tx;
  await s.writer.write((tx) => Promise.resolve(kept = tx));
  assert.throws(() => kept.run("insert into item (id, note) values (1, '')"), UnitEnded);
  await assert.rejects(insertion(kept, 1).execute(), UnitEnded);
  void insertion(kept, 1).execute();
  await waitMs(0);
  assert.deepEqual(stored(s.path), []);
});

Deno.test("a unit that waits for a timer is undone as a fault and the next one works", async () => {
  await using s = await shelf();
  let late: unknown;
  const waiting = s.writer.write(async (tx) => {
    await add(1)(tx);
    await waitMs(5);
    try {
      await add(2)(tx);
    } catch (error) {
      late = error;
    }
  });
  const [first, second] = await reasons([waiting, s.writer.write(add(3))]);
  assert.deepEqual([first, second], ["UnitFault", "ok"]);
  await waitMs(20);
  assert.ok(late instanceof UnitEnded);
  assert.deepEqual(stored(s.path), [3]);
});

Deno.test("write() inside a unit is refused, and the unit that tried fails even if it looks away", async () => {
  await using s = await shelf();
  const nested = s.writer.write((tx) => add(1)(tx).then(() => s.writer.write(add(2))));
  await assert.rejects(nested, /inside transact/);
  const lookingAway = s.writer.write(async () => {
    await s.writer.write(add(3)).catch(() => {});
  });
  await assert.rejects(lookingAway, UnitFault);
  assert.deepEqual(stored(s.path), []);
});

Deno.test("write() by a stranger is served while some unit waits for a timer", async () => {
  await using s = await shelf();
  let stranger: Promise<unknown> | undefined;
  const comesBy = setTimeout(() => stranger = s.writer.write(add(1)), 1);
  const waiting = s.writer.write(async () => {
    const untilMs = performance.now() + 5;
    while (performance.now() < untilMs);
    await waitMs(10);
  });
  await assert.rejects(waiting, UnitFault);
  await waitMs(20);
  clearTimeout(comesBy);
  assert.equal(await stranger, 1);
});

Deno.test("BUSY at BEGIN is tried again while another process holds the database", async () => {
  await using s = await shelf();
  const holder = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", new URL("holder_fixture.ts", import.meta.url).pathname, s.path, "200"],
    stdout: "piped",
  }).spawn();
  const output = holder.stdout.getReader();
  await output.read();
  const startedMs = performance.now();
  const acknowledged = await Promise.all([1, 2, 3].map((id) => s.writer.write(add(id))));
  assert.deepEqual(acknowledged, [1, 1, 1]);
  assert.ok(
    performance.now() - startedMs > 50,
    "nobody held the database: this test proved nothing",
  );
  while (!(await output.read()).done);
  assert.equal((await holder.status).code, 0);
  await s.writer.write(add(4));
  assert.deepEqual(stored(s.path), [1, 2, 3, 4, 1000]);
});

Deno.test("BUSY that does not end fails those who wait as TemporarilyUnavailable, and later ones work", async () => {
  await using s = await shelf();
  const other: Connection = openWriter(s.path);
  other.exec("begin immediate");
  assert.deepEqual(await reasons([s.writer.write(add(1))]), ["TemporarilyUnavailable"]);
  other.exec("rollback");
  other.close();
  await s.writer.write(add(2));
  assert.deepEqual(stored(s.path), [2]);
});

Deno.test("the writer is durable after opening and after opening again", async () => {
  await using s = await shelf();
  const settings = () => {
    const { connection } = s.writer;
    return {
      synchronous: connection.pragma("synchronous"),
      journal: connection.pragma("journal_mode"),
      foreignKeys: connection.pragma("foreign_keys"),
    };
  };
  const durable = { synchronous: 2, journal: "wal", foreignKeys: 1 };
  const first = s.writer.connection;
  assert.deepEqual(settings(), durable);
  await reasons([s.writer.write((tx) => Promise.resolve(tx.run("insert into child values (5)")))]);
  assert.notEqual(s.writer.connection, first);
  assert.deepEqual(settings(), durable);
});

Deno.test("close() finishes what waits, refuses later units and may be called twice", async () => {
  await using s = await shelf();
  const waiting = Array.from({ length: 70 }, (_, id) => s.writer.write(add(id)));
  const closing = s.writer.close();
  await assert.rejects(s.writer.write(add(500)), TemporarilyUnavailable);
  assert.deepEqual(await reasons(waiting), Array(70).fill("ok"));
  await closing;
  await s.writer.close();
  assert.equal(stored(s.path).length, 70);
});

function insertion(tx: Tx, id: number, note = "") {
  return tx.kysely.insertInto("item" as "upkeep").values({ id, note } as never);
}

/** What the file alone holds, without its log. */
function settled(path: string): number[] {
  const copy = `${path}.copy`;
  Deno.copyFileSync(path, copy);
  try {
    return stored(copy);
  } catch {
    return [];
  }
}

Deno.test("Writer moves its log into the file when nobody has written for a moment", async () => {
  await using s = await shelf();
  await s.writer.write(add(1));
  assert.deepEqual(settled(s.path), []);
  for (let tries = 0; settled(s.path).length === 0 && tries < 50; tries++) await waitMs(100);
  assert.deepEqual(settled(s.path), [1]);
});

Deno.test("Writer.close() leaves nothing in the log", async () => {
  await using s = await shelf();
  const reader = openReader(s.path);
  await s.writer.write(add(1));
  await s.writer.close();
  assert.deepEqual(settled(s.path), [1]);
  reader.close();
});
