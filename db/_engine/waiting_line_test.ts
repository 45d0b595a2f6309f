import { strict as assert } from "node:assert";
import { WaitingLine } from "./waiting_line.ts";

/** Takes until nobody is next, as one group at one moment. */
function group(line: WaitingLine<string>, nowMs: number): string[] {
  const taken: string[] = [];
  for (let background = 0;;) {
    const next = line.next(nowMs, background);
    if (!next) return taken;
    if (next.background) background += 1;
    taken.push(next.item);
  }
}

function lineOf(requests: string[], background: string[]): WaitingLine<string> {
  const line = new WaitingLine<string>();
  background.forEach((item) => line.push(item, true));
  requests.forEach((item) => line.push(item, false));
  return line;
}

Deno.test("requests are served in the order they came", () => {
  assert.deepEqual(group(lineOf(["a", "b", "c"], []), 100), ["a", "b", "c"]);
});

Deno.test("background work gives way to requests but gets a turn every 20 ms", () => {
  const line = lineOf(["a", "b"], ["x", "y", "z"]);
  assert.deepEqual(group(line, 100), ["x", "a", "b"]);
  line.push("c", false);
  assert.deepEqual(group(line, 110), ["c"]);
  line.push("d", false);
  assert.deepEqual(group(line, 120), ["y", "d"]);
});

Deno.test("right after a request the line waits a moment for the next one", () => {
  const line = lineOf(["a"], ["x", "y"]);
  assert.deepEqual(group(line, 100), ["x", "a"]);
  assert.deepEqual(group(line, 114), []);
  assert.deepEqual(group(line, 115), ["y"]);
});

Deno.test("in quiet times background work goes two units to a group", () => {
  const line = lineOf([], ["1", "2", "3"]);
  assert.deepEqual(group(line, 100), ["1", "2"]);
  assert.deepEqual(group(line, 101), ["3"]);
});

Deno.test("takeAll() leaves the rest of a long line", () => {
  const line = lineOf(["a", "b"], ["x"]);
  assert.deepEqual(line.takeAll(2), ["a", "b"]);
  assert.deepEqual(line.takeAll(), ["x"]);
  assert.equal(line.length, 0);
});
