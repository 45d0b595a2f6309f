import assert from "node:assert/strict";
import { viewsOver } from "./memory.ts";

Deno.test("viewsOver() makes its views once while nothing moves", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const views = viewsOver(memory, (buffer) => new Int32Array(buffer));
  assert.equal(views(), views());
});

Deno.test("viewsOver() makes live views again after the memory has grown", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const views = viewsOver(memory, (buffer) => new Int32Array(buffer));
  const before = views();
  memory.grow(1);
  assert.equal(before.length, 0);
  assert.equal(views().length, 2 * 65536 / 4);
});

Deno.test("viewsOver() makes views again when the kernel has moved its arrays", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  let at = 0;
  const views = viewsOver(memory, (buffer) => new Int32Array(buffer, at, 1));
  views(1)[0] = 7;
  at = 64;
  assert.equal(views(2)[0], 0);
});
