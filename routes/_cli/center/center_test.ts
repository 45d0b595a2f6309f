import { strict as assert } from "node:assert";
import { writeCenter } from "./write_center.ts";

const root = new URL("../../../", import.meta.url).pathname;
const rooms = [
  "domain",
  "db",
  "views",
  "routes",
  "jobs",
  "wasm",
  "main.ts",
  "main_test.ts",
  "proof",
  "deno.json",
  "deno.lock",
];

async function deno(cwd: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  assert.equal(code, 0, text);
  return text;
}

Deno.test("deno task center NAME writes a center that builds, obeys the house and passes its tests", async () => {
  const copy = await Deno.makeTempDir({ prefix: "quanyu-center-" });
  try {
    await new Deno.Command("cp", { args: ["-r", ...rooms, copy], cwd: root }).output();
    await Deno.symlink(`${root}node_modules`, `${copy}/node_modules`);
    const touched = await writeCenter(copy, "loyalty");
    assert.ok(touched.includes("domain/loyalty/close_loyalty.ts"));
    await deno(copy, "check", "main.ts", "routes/loyalty", "domain/loyalty");
    await deno(
      copy,
      "test",
      "-A",
      "--no-check",
      "main_test.ts",
      "domain/loyalty",
      "routes/loyalty",
      "db/schema_test.ts",
    );
  } finally {
    await Deno.remove(copy, { recursive: true });
  }
});

Deno.test("a center needs a name of its own, in one lower-case word", async () => {
  await assert.rejects(writeCenter(root, "order"), /exists already/);
  await assert.rejects(writeCenter(root, "Loyalty Cards"), /lower case/);
  await assert.rejects(writeCenter(root, undefined), /lower case/);
});
