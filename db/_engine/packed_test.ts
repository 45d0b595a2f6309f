import assert from "node:assert/strict";
import fc from "fast-check";
import { Connection } from "./native.ts";
import { canBePacked } from "./packed.ts";

function shelf(): Connection {
  const connection = new Connection(":memory:");
  connection.exec(
    `create table item (id integer primary key, note text, amount integer, share real) strict;
    insert into item values (1, '甲', -5, 0.25), (2, null, 9007199254740991, null),
      (3, '{"a":[1]}', 0, 1), (4, 'it''s "quoted" \n', null, -0.5);`,
  );
  return connection;
}

Deno.test("Connection.all() gives numbers, texts and nulls as they are stored", () => {
  assert.deepEqual(shelf().all("select * from item order by id"), [
    { id: 1, note: "甲", amount: -5, share: 0.25 },
    { id: 2, note: null, amount: Number.MAX_SAFE_INTEGER, share: null },
    { id: 3, note: '{"a":[1]}', amount: 0, share: 1 },
    { id: 4, note: 'it\'s "quoted" \n', amount: null, share: -0.5 },
  ]);
  assert.deepEqual(shelf().all("select * from item where id > ?", [9]), []);
});

Deno.test("Connection.all() leaves a text that is JSON a text, wherever it was made", () => {
  const [row] = shelf().all<Record<string, unknown>>(
    "select json_array(id, amount) as made, note, json(note) as read from item where id = 3",
  );
  assert.deepEqual(row, { made: "[3,0]", note: '{"a":[1]}', read: '{"a":[1]}' });
});

Deno.test("Connection.all() names columns as the statement does", () => {
  const [row] = shelf().all(
    `select max(id), 'x' as "it's", 1 as "two words" from item`,
  );
  assert.deepEqual(row, { "max(id)": 4, "it's": "x", "two words": 1 });
});

const orders = [
  "id",
  "id desc",
  "note desc, id",
  "amount, id",
  "share desc, id desc",
  "length(note)",
];

Deno.test("Connection.all() keeps the order that was asked for, with and without a limit", () => {
  const connection = shelf();
  for (let id = 5; id < 200; id++) {
    connection.run("insert into item values (?, ?, ?, 0.5)", [id, `n${id * 7919 % 31}`, id % 13]);
  }
  const prepared = (sql: string) => connection.all<{ at: number }>(sql).map(({ at }) => at);
  for (const order of orders) {
    const plain = prepared(
      `select id as at from item order by ${order}, id`,
    );
    const numbered = connection.all<{ at: number; place: number }>(
      `select id as at, row_number() over (order by ${order}, id) as place from item`,
    );
    const wanted = numbered.sort((a, b) => a.place - b.place).map(({ at }) => at);
    assert.deepEqual(plain, wanted, order);
    assert.deepEqual(
      prepared(`select id as at from item order by ${order}, id limit 20`),
      wanted.slice(0, 20),
      order,
    );
    const union =
      "select id as at from item where id < 50 union all select id from item where id >= 50";
    assert.deepEqual(
      prepared(`${union} order by at desc`),
      [...wanted].sort((a, b) => b - a),
    );
  }
});

Deno.test("Connection.all() says what is wrong and goes on with good values", () => {
  const connection = shelf();
  const take = () => connection.all("select abs(amount) as n from item where id = ?", [2]);
  connection.run("update item set amount = ? where id = 2", [-(2n ** 63n)]);
  assert.throws(take, /integer overflow/);
  connection.run("update item set amount = 7 where id = 2");
  assert.deepEqual(take(), [{ n: 7 }]);
  connection.exec("alter table item add column more integer not null default 8");
  assert.throws(() => connection.all("select absent from item"), /no such column/);
  assert.deepEqual(connection.all("select more from item where id = 1"), [{ more: 8 }]);
});

Deno.test("Connection.all() gives back any text that was bound", () => {
  const connection = shelf();
  fc.assert(fc.property(fc.string({ unit: "binary" }), fc.maxSafeInteger(), (text, number) => {
    const clean = text.replaceAll("\0", "");
    assert.deepEqual(
      connection.all("select ? as text, cast(? as integer) as number", [clean, number]),
      [{ text: clean, number }],
    );
  }));
});

Deno.test("only what reads can stand inside another statement", () => {
  assert.equal(canBePacked(" with a as (select 1) select * from a"), true);
  assert.equal(canBePacked("pragma user_version"), false);
  assert.equal(canBePacked("explain query plan select 1"), false);
  assert.equal(canBePacked("insert into item (id) values (1) returning id"), false);
});
