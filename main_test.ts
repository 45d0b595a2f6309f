import { strict as assert } from "node:assert";
import { isDecision, loans } from "~/proof/house/centers.ts";
import { circleIn, type Graph } from "~/proof/house/circle.ts";
import { orphansIn, wordLists, wordsOfData } from "~/proof/house/orphan_words.ts";
import { importsOf, isTest, sources } from "~/proof/house/sources.ts";

/** Who may import whom: the first segment of the path decides (house.md, section 3). */
const mayImport: Record<string, readonly string[]> = {
  domain: ["domain", "wasm"],
  wasm: ["wasm"],
  db: ["db", "domain"],
  views: ["views", "domain"],
  routes: ["routes", "domain", "db", "views"],
  jobs: ["jobs", "domain", "db", "views"],
  proof: ["proof", "routes", "jobs", "domain", "db", "views", "wasm", "main.ts"],
};

/** Which center may use the rules of which. */
const centerMayUse: Graph = {
  platform: [],
  product: [],
  channel: [],
  inventory: ["product"],
  policy: ["product", "channel"],
  order: ["policy", "inventory", "product", "channel"],
  dispatch: ["order", "inventory", "channel", "policy", "settlement"],
  settlement: ["order", "policy"],
};

/** What a center lends to others: nouns, events and pure rules, never a decision of a command. */
const lends: Record<string, readonly string[]> = {
  channel: ["organisation.ts"],
  inventory: ["reservation_events.ts", "reserve.ts"],
  policy: [
    "credit/use_credit.ts",
    "events.ts",
    "price/choose_price.ts",
    "price/price_basket.ts",
    "price/price_text.ts",
  ],
  order: ["order.ts", "transitions.ts"],
  settlement: ["events.ts", "rules.ts"],
};

const npmFree = ["domain", "wasm"];
const allowedTop = [...Object.keys(mayImport), "main.ts", "main_test.ts"];
const all = sources();

Deno.test("every source stands in a room", () => {
  const homeless = all.filter(({ room }) => !allowedTop.includes(room)).map(({ path }) => path);
  assert.deepEqual(homeless, []);
});

Deno.test("rooms import only the rooms below them", () => {
  const wrong = all.filter(({ room, path }) => room in mayImport && !isTest(path)).flatMap((
    source,
  ) =>
    importsOf(source).map(({ target }) => target)
      .filter((target) => allowedTop.includes(target.split("/")[0]!))
      .filter((target) => !mayImport[source.room]!.includes(target.split("/")[0]!))
      .map((target) => `${source.path} -> ${target}`)
  );
  assert.deepEqual(wrong, []);
});

Deno.test("domain and wasm know no package, no clock and no chance", () => {
  const banned = /\b(Date\.now|new Date\(\)|Math\.random|crypto\.|fetch\(|setTimeout|Deno\.)/;
  const wrong = all.filter(({ room, path }) => npmFree.includes(room) && !isTest(path)).filter((
    source,
  ) =>
    importsOf(source).some(({ target }) => !/^(domain|wasm)\//.test(target)) ||
    (source.room === "domain" && (banned.test(source.text) || /\bawait\b/.test(source.text)))
  ).map(({ path }) => path).filter((path) => !path.startsWith("wasm/_bridge/"));
  assert.deepEqual(wrong, []);
});

Deno.test("a center borrows only from centers below it, and only what they lend", () => {
  const borrowed = loans(all);
  const upwards = borrowed.filter(({ center, other }) => !centerMayUse[center]?.includes(other));
  const notLent = borrowed.filter(({ other, file }) => !lends[other]?.includes(file));
  const wrong = [...upwards, ...notLent].map(({ from, target }) => `${from} -> ${target}`);
  assert.deepEqual(wrong, []);
  const used = new Set(borrowed.map(({ target }) => target));
  const files = Object.entries(lends).flatMap(([center, files]) =>
    files.map((file) => `domain/${center}/${file}`)
  );
  assert.deepEqual(files.filter((file) => !used.has(file)), [], "lent, and nobody borrows it");
});

Deno.test("no center lends a decision: another's command is never called, its events are told", () => {
  const lent = loans(all).map(({ target }) => target);
  const decisions = all.filter((source) => lent.includes(source.path) && isDecision(source));
  assert.deepEqual(decisions.map(({ path }) => path), []);
});

Deno.test("the graph of centers has no circle", () => {
  assert.equal(circleIn(centerMayUse), null);
});

Deno.test("no file needs itself to be there first: values are imported without a circle", () => {
  const graph = Object.fromEntries(all.map((source) => [
    source.path,
    importsOf(source).filter((each) => each.value && each.static).map(({ target }) => target),
  ]));
  assert.equal(circleIn(graph)?.join(" -> ") ?? "none", "none");
});

Deno.test("every word of a text.ts is said somewhere", async () => {
  const lists = await wordLists(all);
  assert.ok(lists.length > 10);
  const data = wordsOfData(all);
  assert.deepEqual(lists.flatMap((list) => orphansIn(list, all, data)), []);
});

Deno.test("SQL lives in db, and tables are read through a Reader", () => {
  const raw = /\.selectFrom\(|\bsql`|\bsql<|\bsql\.raw\b|from "kysely"/;
  const wrong = all.filter(({ path, room }) => !isTest(path) && room !== "proof" && room !== "db")
    .filter(({ text }) => raw.test(text)).map(({ path }) => path);
  const unscoped = all.filter(({ path }) =>
    path.startsWith("db/") && !path.startsWith("db/_engine/") && !isTest(path)
  ).filter(({ text }) => /\.selectFrom\(/.test(text)).map(({ path }) => path);
  assert.deepEqual([...wrong, ...unscoped], []);
});

Deno.test("routes are registered only through route()", () => {
  const wrong = all.filter(({ path, room }) => room === "routes" && path !== "routes/_entry/app.ts")
    .filter(({ text }) => /\bapp\.(get|post|put|delete|on|use|all)\(/.test(text))
    .map(({ path }) => path);
  assert.deepEqual(wrong, []);
});

Deno.test("pages interpolate nothing into scripts, styles or handlers", () => {
  const views = all.filter(({ path, room }) =>
    room === "views" && path.endsWith(".tsx") && !isTest(path)
  );
  const inline = views.filter(({ text }) =>
    /\sstyle=|\son(?:click|change|input|submit|load|error|focus|blur|key\w+|mouse\w+)=|<script>(?!<)/
      .test(text)
  );
  const raw = views.filter(({ path, text }) =>
    /\braw\(/.test(text) && !path.startsWith("views/_kit/")
  );
  assert.deepEqual([...inline, ...raw].map(({ path }) => path), []);
});
