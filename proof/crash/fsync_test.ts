import { strict as assert } from "node:assert";
import { fsyncFaults, read } from "./fsync.ts";

const wal = "12</tmp/x/quanyu.db-wal>";
const write = `7 pwrite64(${wal}, "..."..., 4096, 32) = 4096`;
const sync = `7 fdatasync(${wal}) = 0`;
const reply = `7 writev(20<socket:[1]>, [{iov_base="HTTP/1.1 201 Created\\r\\n"}], 1) = 100`;

Deno.test("read() counts a reply that left before the log was synced", () => {
  assert.deepEqual(read([write, sync, reply].join("\n")), { replies: 1, early: 0, syncs: 1 });
  assert.deepEqual(read([write, reply, sync].join("\n")), { replies: 1, early: 1, syncs: 1 });
  assert.deepEqual(read([write, sync, write, reply].join("\n")), {
    replies: 1,
    early: 1,
    syncs: 1,
  });
});

Deno.test("fsyncFaults() demands a reply for each order, none of them early", () => {
  const sound = { orders: 500, replies: 500, early: 0, syncs: 80 };
  assert.deepEqual(fsyncFaults(sound), []);
  assert.deepEqual(fsyncFaults({ ...sound, replies: 499 }), ["499 replies seen for 500 orders"]);
  assert.deepEqual(fsyncFaults({ ...sound, early: 1 }), [
    "1 replies left before their commit was on disk",
  ]);
  assert.equal(fsyncFaults({ orders: 0, replies: 0, early: 0, syncs: 0 }).length, 1);
});
