import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { staleKernels } from "./build.ts";

function kernelFolder(): { root: URL; put(name: string, changedAt: Date): void } {
  const path = Deno.makeTempDirSync();
  const root = pathToFileURL(`${path}/`);
  Deno.mkdirSync(`${path}/sum`);
  const put = (name: string, changedAt: Date) => {
    Deno.writeTextFileSync(`${path}/sum/${name}`, "");
    Deno.utimeSync(`${path}/sum/${name}`, changedAt, changedAt);
  };
  return { root, put };
}

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000);

Deno.test("staleKernels() names a kernel without a module, and one older than its source", () => {
  const { root, put } = kernelFolder();
  assert.deepEqual(staleKernels(root), []);
  put("sum.as.ts", soon(1));
  assert.deepEqual(staleKernels(root).map(({ source }) => source.href), [`${root}sum/sum.as.ts`]);
  put("sum.wasm", soon(0));
  assert.equal(staleKernels(root).length, 1);
  put("sum.wasm", soon(2));
  assert.deepEqual(staleKernels(root), []);
  Deno.removeSync(root, { recursive: true });
});

Deno.test("staleKernels() names a kernel older than the compiler's flags", () => {
  const { root, put } = kernelFolder();
  put("sum.as.ts", new Date(0));
  put("sum.wasm", new Date(1000));
  assert.equal(staleKernels(root).length, 1);
  Deno.removeSync(root, { recursive: true });
});
