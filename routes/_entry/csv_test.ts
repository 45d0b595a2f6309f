import assert from "node:assert/strict";
import { csvLine, guarded, unguarded } from "./csv.ts";
import { csvRecords, encodingOf } from "./csv_read.ts";

const guards: [cell: string, written: string][] = [
  ["天然矿泉水", "天然矿泉水"],
  ["=1+1", "'=1+1"],
  ["+86 138", "'+86 138"],
  ["-3", "'-3"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["\rx", "'\rx"],
  ["＝1", "'＝1"],
  ["＋1", "'＋1"],
  ["－1", "'－1"],
  ["＠a", "'＠a"],
  ["'=1", "''=1"],
  ["'tis", "'tis"],
  ["", ""],
];

for (const [cell, written] of guards) {
  Deno.test(`guarded(${JSON.stringify(cell)}) can be taken off again`, () => {
    assert.equal(guarded(cell), written);
    assert.equal(unguarded(guarded(cell)), cell);
  });
}

Deno.test("csvLine() quotes what would be cut or trimmed", () => {
  assert.equal(csvLine(["a", "b,c", 'd"e', "f\ng", " h"]), 'a,"b,c","d""e","f\ng"," h"\r\n');
});

async function* bytesOf(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const all = new TextEncoder().encode(text);
  for (let at = 0; at < all.length; at += size) {
    yield await Promise.resolve(all.slice(at, at + size));
  }
}

async function read(text: string) {
  const records = [];
  for await (const record of csvRecords(bytesOf(text), "utf-8")) records.push(record);
  return records;
}

Deno.test("csvRecords() reads back what csvLine() writes, in chunks of any size", async () => {
  const rows = [["编码", "名称"], ["A", '茶, "新"'], ["B", "两\n行"], ["'=C", "末"]];
  const records = await read("\ufeff" + rows.map((row) => csvLine(row.map(guarded))).join(""));
  assert.deepEqual(records.map(({ cells }) => cells), rows);
  assert.deepEqual(records.map(({ line }) => line), [1, 2, 3, 5]);
});

Deno.test("csvRecords() loses one line to an open quote, not the rest", async () => {
  const records = await read('a,b\n1,"x\n2,y\n3,"z"\n4,w');
  assert.deepEqual(records.map(({ cells }) => cells), [
    ["a", "b"],
    null,
    ["2", "y"],
    ["3", "z"],
    ["4", "w"],
  ]);
  assert.equal(records[1]!.raw, '1,"x\n');
});

Deno.test("csvRecords() passes over empty lines and takes the last one without its end", async () => {
  assert.deepEqual((await read("a\r\n\r\n  \r\nb")).map(({ cells }) => cells), [["a"], ["b"]]);
});

Deno.test("encodingOf() tells UTF-8 from GB18030", async () => {
  assert.equal(await encodingOf(bytesOf("编码,名称\n")), "utf-8");
  async function* gb() {
    yield await Promise.resolve(new Uint8Array([0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0x41]));
  }
  assert.equal(await encodingOf(gb()), "gb18030");
});
