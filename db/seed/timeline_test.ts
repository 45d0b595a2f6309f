import assert from "node:assert/strict";
import { testEngine } from "~/db/_engine/testing.ts";
import { categories } from "~/db/product/categories.ts";
import { writers } from "~/db/writers.ts";
import type { Category } from "~/domain/product/category.ts";
import { Past } from "./past.ts";
import { Random } from "./random.ts";
import { type Deed, Timeline } from "./timeline.ts";

const category = (code: string, parentCode: string | null = null): Category => ({
  code,
  nameZh: "水饮",
  nameEn: "Water",
  parentCode,
});
const save = (code: string, parentCode?: string): Deed => (planter) =>
  planter.put(categories, [category(code, parentCode)]);

async function pastOf() {
  const engine = await testEngine({ writers });
  return { engine, past: new Past(engine, new Random("test")) };
}

Deno.test("Timeline.play() does deeds in the order of time, each at its own instant", async () => {
  const { engine, past } = await pastOf();
  await using _ = engine;
  const timeline = new Timeline();
  timeline.add("2025-03-02T02:00:00.000Z", save("TEA", "DRINK"));
  timeline.add("2025-03-01T02:00:00.000Z", save("DRINK"));
  await timeline.play(past, "2026-01-01T00:00:00.000Z");
  const rows = engine.read.all<{ at: string; id: string }>(
    "select at, subject_id as id from audit order by seq",
    [],
  );
  assert.deepEqual(rows.map(({ at }) => at.slice(0, 10)), ["2025-03-01", "2025-03-02"]);
  assert.ok(rows[0]!.id < rows[1]!.id, "ids sort by the time of their making");
});

Deno.test("Timeline.play() leaves undone what comes later", async () => {
  const { engine, past } = await pastOf();
  await using _ = engine;
  const timeline = new Timeline();
  timeline.add("2025-03-01T02:00:00.000Z", save("DRINK"));
  timeline.add("2025-03-02T02:00:00.000Z", save("TEA"));
  await timeline.play(past, "2025-03-01T02:00:00.000Z");
  assert.equal(engine.read.all("select 1 from category", []).length, 1);
});

Deno.test("Timeline.play() names the first deed that fails, not what failed because of it", async () => {
  const { engine, past } = await pastOf();
  await using _ = engine;
  const timeline = new Timeline();
  timeline.add("2025-03-02T02:00:00.000Z", () => Promise.reject(new Error("found nothing")));
  timeline.add("2025-03-01T02:00:00.000Z", save("TEA", "NOWHERE"));
  await assert.rejects(
    timeline.play(past, "2026-01-01T00:00:00.000Z"),
    /unknown_category.*NOWHERE/,
  );
});
