import { strict as assert } from "node:assert";
import { tell, type Verdict } from "./verdict.ts";

async function told(prove: () => Promise<Verdict>) {
  const lines: string[] = [];
  const isKept = await tell("crash", prove, (line) => void lines.push(line));
  const { verdict, faults, result } = JSON.parse(lines[0]!);
  return { isKept, verdict, faults, result };
}

Deno.test("tell() says kept only of a proof that ended and has nothing against the promise", async () => {
  const result = { lost: [] };
  assert.deepEqual(await told(() => Promise.resolve({ result, faults: [] })), {
    isKept: true,
    verdict: "kept",
    faults: [],
    result,
  });
  assert.deepEqual(await told(() => Promise.resolve({ result, faults: ["1 orders lost"] })), {
    isKept: false,
    verdict: "BROKEN",
    faults: ["1 orders lost"],
    result,
  });
  const skipped = await told(() => Promise.resolve({ result: "skipped", faults: [] }));
  assert.deepEqual([skipped.isKept, skipped.verdict], [true, "skipped"]);
  assert.deepEqual(await told(() => Promise.reject(new Error("no strace"))), {
    isKept: false,
    verdict: "BROKEN",
    faults: ["Error: no strace"],
    result: null,
  });
});
