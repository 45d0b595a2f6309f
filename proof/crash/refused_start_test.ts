import { strict as assert } from "node:assert";
import { proofFolder } from "~/proof/_kit/folder.ts";

const main = new URL("../../main.ts", import.meta.url).pathname;

async function refusedBy(env: Record<string, string>) {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-prompt", "--no-check", main],
    env: { QUANYU_SEED: "none", PORT: "0", NO_COLOR: "1", ...env },
    stderr: "piped",
  }).output();
  return { code, said: new TextDecoder().decode(stderr).trim() };
}

Deno.test("a start that cannot be ends with one sentence in both languages, and no stack", async () => {
  await using place = await proofFolder();
  const { folder } = place;
  await Deno.writeTextFile(`${folder}/a_file`, "");
  const surroundings: Record<string, string>[] = [
    { QUANYU_ENV: "prod" },
    { HOST: "0.0.0.0" },
    { HOST: "203.0.113.1", QUANYU_ORIGIN: "https://shop.example.com", QUANYU_DATA: folder },
    { QUANYU_DATA: `${folder}/missing/data` },
    { QUANYU_DATA: `${folder}/a_file` },
    { QUANYU_DATA: folder, QUANYU_DATABASE_URL: "file:/elsewhere/quanyu.db" },
  ];
  for (const env of surroundings) {
    const { code, said } = await refusedBy(env);
    assert.equal(code, 2, said);
    assert.match(said, /^[^\n]*[a-z]{3}[^\n]*[一-鿿]{2}[^\n]*$/, JSON.stringify(env));
  }
});
