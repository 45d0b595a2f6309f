import assert from "node:assert/strict";
import fc from "fast-check";
import { encodeId } from "./id.ts";

const none = new Uint8Array(10);
const anyChance = fc.uint8Array({ minLength: 10, maxLength: 10 });
const anyMs = fc.nat(2 ** 31 - 1).map((seconds) => seconds * 1000 + 7);

const known: [atMs: number, chance: Uint8Array, id: string][] = [
  [0, none, "00000000000000000000000000"],
  [1, none, "00000000010000000000000000"],
  [32, none, "00000000100000000000000000"],
  // The example of the ULID specification.
  [1_469_918_176_385, none, "01ARYZ6S410000000000000000"],
  [0, new Uint8Array(10).fill(255), "0000000000ZZZZZZZZZZZZZZZZ"],
  [0, Uint8Array.of(0x08, 0, 0, 0, 0, 0, 0, 0, 0, 1), "00000000001000000000000001"],
];

for (const [atMs, chance, id] of known) {
  Deno.test(`encodeId() of ${atMs} ms is ${id}`, () => assert.equal(encodeId(atMs, chance), id));
}

Deno.test("encodeId() is 26 characters that nobody misreads", () => {
  fc.assert(fc.property(anyMs, anyChance, (atMs, chance) => {
    assert.match(encodeId(atMs, chance), /^[0-9A-HJKMNP-TV-Z]{26}$/);
  }));
});

Deno.test("encodeId() sorts by time, whatever chance adds", () => {
  fc.assert(fc.property(anyMs, anyMs, anyChance, anyChance, (a, b, chance, other) => {
    fc.pre(a < b);
    assert.ok(encodeId(a, chance) < encodeId(b, other));
  }));
});

Deno.test("encodeId() keeps every bit: two ids are the same only if time and chance are", () => {
  fc.assert(fc.property(anyMs, anyChance, fc.nat(79), (atMs, chance, bit) => {
    const other = chance.slice();
    other[bit >> 3]! ^= 1 << (bit & 7);
    assert.notEqual(encodeId(atMs, chance), encodeId(atMs, other));
  }));
});

Deno.test("encodeId() of many at one instant are all different", () => {
  const chance = new Uint8Array(10);
  const ids = Array.from({ length: 1000 }, (_, i) => {
    new DataView(chance.buffer).setUint32(6, i);
    return encodeId(1_700_000_000_000, chance);
  });
  assert.equal(new Set(ids).size, 1000);
  assert.deepEqual(ids, ids.toSorted());
});
