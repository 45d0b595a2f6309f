import assert from "node:assert/strict";
import { inspectFile } from "~/db/_engine/backup.ts";
import { type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import { plusDays } from "~/domain/_kernel/period.ts";
import { backUpDaily } from "./daily_backup.ts";

const today = "2026-11-22";
/** Two in the morning in China, still the day before by UTC. */
const now = "2026-11-21T18:00:00.000Z";
const fileOf = (day: string) => `quanyu-${day}.db`;

const namesIn = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

const upkeeps = (engine: TestEngine) =>
  engine.read.all<{ ok: number }>("select ok from upkeep where kind = 'backup'", []);

Deno.test("backUpDaily() makes one sound copy a day, named by the day in China, for the owner's eyes", async () => {
  await using engine = await testEngine({ now });
  const folder = `${engine.folder}/backups`;
  await backUpDaily(engine, folder);
  assert.deepEqual(namesIn(folder), [fileOf(today), `${fileOf(today)}.sha256`]);
  assert.deepEqual(inspectFile(`${folder}/${fileOf(today)}`), []);
  assert.equal((await Deno.stat(folder)).mode! & 0o777, 0o700);
  await backUpDaily(engine, folder);
  assert.equal(upkeeps(engine).length, 1, "the same day was copied twice");
  engine.clock.advance(24 * 3_600_000);
  await backUpDaily(engine, folder);
  assert.deepEqual(namesIn(folder).filter((name) => name.endsWith(".db")), [
    fileOf(today),
    fileOf(plusDays(today, 1)),
  ]);
  assert.deepEqual(upkeeps(engine).map(({ ok }) => ok), [1, 1]);
});

/** A folder with a pretended copy of each of the last days, yesterday's the newest. */
async function withCopies(days: number) {
  const engine = await testEngine({ now });
  const folder = `${engine.folder}/backups`;
  Deno.mkdirSync(folder);
  for (let ago = 1; ago <= days; ago++) {
    const name = fileOf(plusDays(today, -ago));
    Deno.writeTextFileSync(`${folder}/${name}`, "");
    Deno.writeTextFileSync(`${folder}/${name}.sha256`, "");
  }
  return { engine, folder, [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose]() };
}

for (const days of [12, 13, 14, 20]) {
  Deno.test(`backUpDaily() keeps a fortnight when there were ${days} copies before`, async () => {
    await using s = await withCopies(days);
    await backUpDaily(s.engine, s.folder);
    const kept = Array.from(
      { length: Math.min(days + 1, 14) },
      (_, ago) => fileOf(plusDays(today, -ago)),
    );
    assert.deepEqual(namesIn(s.folder), kept.flatMap((name) => [name, `${name}.sha256`]).sort());
  });
}

Deno.test("backUpDaily() drops nothing that it has not made itself", async () => {
  await using s = await withCopies(20);
  const others = ["before-7-1760000000000.db", "quanyu-2020-01-01.db.kept", "before-audit.db"];
  for (const name of others) Deno.writeTextFileSync(`${s.folder}/${name}`, "");
  await backUpDaily(s.engine, s.folder);
  assert.deepEqual(namesIn(s.folder).filter((name) => others.includes(name)), others.toSorted());
});

Deno.test("backUpDaily() drops no old copy when today's could not be made", async () => {
  await using s = await withCopies(20);
  const taken = `${s.folder}/${fileOf(today)}.part`;
  Deno.mkdirSync(`${taken}/in_the_way`, { recursive: true });
  await assert.rejects(backUpDaily(s.engine, s.folder));
  assert.equal(namesIn(s.folder).filter((name) => name.endsWith(".db")).length, 20);
  assert.deepEqual(upkeeps(s.engine).map(({ ok }) => ok), [0]);
});
