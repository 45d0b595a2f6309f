import assert from "node:assert/strict";
import { lockFolder } from "~/db/_engine/lock.ts";
import { testEngine } from "~/db/_engine/testing.ts";
import { doctorWords } from "~/views/platform/doctor_text.ts";
import { examine } from "./examine.ts";

const bilingual = /[a-zA-Z]{3}.*[一-鿿]{2}/;

const at = (folder: string, more: Record<string, string> = {}) => {
  const env: Record<string, string> = { QUANYU_DATA: folder, PORT: "1", ...more };
  return examine((name) => env[name]);
};

Deno.test("examine() speaks both languages, of whatever it finds", async () => {
  await using engine = await testEngine();
  const { folder, path } = engine;
  await engine.close();
  await Deno.chmod(folder, 0o755);
  await Deno.mkdir(`${folder}/backups`);
  await Deno.writeTextFile(`${folder}/backups/quanyu-2026-01-01.db`, "");
  await Deno.utime(`${folder}/backups/quanyu-2026-01-01.db`, 1, 1);
  const seen = await at(folder);
  for (const { says } of seen.slice(1)) assert.match(says, bilingual);
  const wrong = seen.filter(({ ok }) => !ok).map(({ says }) => says).join("\n");
  assert.match(wrong, /chmod 700/);
  assert.match(wrong, /is the server up at night/);
  assert.match(seen.map(({ says }) => says).join("\n"), /database file is sound · 数据库文件完好/);

  await Deno.chmod(folder, 0o700);
  await Deno.remove(`${folder}/backups`, { recursive: true });
  assert.ok((await at(folder)).every(({ ok, says }) => ok || /proven with|is missing/.test(says)));

  await Deno.writeTextFile(path, "a letter".repeat(2000));
  const damaged = (await at(folder)).filter(({ ok }) => !ok).map(({ says }) => says).join("\n");
  assert.match(damaged, /cannot be opened \(.*打不开数据库/);
});

Deno.test("examine() leaves a running server's database alone, and stops at a bad setting", async () => {
  await using engine = await testEngine();
  using _lock = await lockFolder(engine.folder);
  const held = await at(engine.folder);
  assert.ok(held.some(({ says }) => /the running server has the database/.test(says)));
  const [bad, ...more] = await at(engine.folder, { QUANYU_ENV: "prod" });
  assert.deepEqual(more, []);
  assert.match(bad!.says, bilingual);
  const [unusable] = await at("/proc/version");
  assert.equal(unusable!.ok, false);
  assert.match(unusable!.says, bilingual);
  const homeless = (await at(`${engine.folder}/deep/er`)).filter(({ ok }) => !ok);
  assert.ok(homeless.some(({ says }) => /should lie in does not exist/.test(says)));
});

Deno.test("the doctor's Chinese words are Chinese, and its English words are not", () => {
  const { zh, en } = doctorWords.both;
  for (const [name, say] of Object.entries(en)) {
    assert.doesNotMatch((say as (...given: unknown[]) => string)("x", 1), /[一-鿿]/, name);
  }
  for (const [name, say] of Object.entries(zh)) {
    if (name === "deno") continue;
    assert.match((say as (...given: unknown[]) => string)("x", 1), /[一-鿿]/, name);
  }
});
