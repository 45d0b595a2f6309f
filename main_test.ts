import { strict as assert } from "node:assert";

/** Who may import whom: the first segment of the path decides (house.md, section 3). */
const mayImport: Record<string, readonly string[]> = {
  domain: ["domain", "wasm"],
  wasm: ["wasm"],
  db: ["db", "domain"],
  views: ["views", "domain"],
  routes: ["routes", "domain", "db", "views", "wasm"],
  jobs: ["jobs", "domain", "db", "views"],
  proof: ["proof", "routes", "jobs", "domain", "db", "views", "wasm", "main.ts"],
};

/** Which center may use the rules of which; it must have no circle. */
const centerMayUse: Record<string, readonly string[]> = {
  platform: [],
  product: [],
  channel: [],
  inventory: ["product"],
  policy: ["product", "channel"],
  order: ["policy", "inventory", "product", "channel"],
  dispatch: ["order", "inventory", "channel", "policy", "settlement"],
  settlement: ["order", "policy"],
};

const npmFree = ["domain", "wasm"];
const rooms = Object.keys(mayImport);
const allowedTop = [...rooms, "main.ts", "main_test.ts"];

type Source = { path: string; room: string; text: string };

function* sources(folder = "."): Generator<Source> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = `${folder}/${name}`.replace(/^\.\//, "");
    if (isDirectory) {
      if (!/^(node_modules|data|built|\.git|\.ci)$/.test(name)) yield* sources(path);
    } else if (/\.tsx?$/.test(name) && !name.endsWith(".as.ts")) {
      yield { path, room: path.split("/")[0]!, text: Deno.readTextFileSync(path) };
    }
  }
}

/** These hold the text of other rooms' files: what they print is judged when it is printed. */
const templates = /^routes\/_cli\/center\/(\w+_files|insertions)\.ts$/;

const all = [...sources()].filter(({ path }) => !templates.test(path));

function importsOf({ path, text }: Source): string[] {
  const found = text.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*"([^"]+)"/g);
  return [...found].map(([, target]) => resolve(path, target!));
}

function resolve(path: string, target: string): string {
  if (target.startsWith("~/")) return target.slice(2);
  if (!target.startsWith(".")) return target;
  return new URL(target, `file:///${path}`).pathname.slice(1);
}

const isTest = (path: string) => /_test\.tsx?$|_bench\.ts$|testing\.ts$/.test(path);

Deno.test("every source stands in a room", () => {
  const homeless = all.filter(({ room }) => !allowedTop.includes(room)).map(({ path }) => path);
  assert.deepEqual(homeless, []);
});

Deno.test("rooms import only the rooms below them", () => {
  const wrong = all.filter(({ room, path }) => room in mayImport && !isTest(path)).flatMap((
    source,
  ) =>
    importsOf(source)
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
    importsOf(source).some((target) => !/^(domain|wasm)\//.test(target)) ||
    (source.room === "domain" && (banned.test(source.text) || /\bawait\b/.test(source.text)))
  ).map(({ path }) => path).filter((path) => !path.startsWith("wasm/_bridge/"));
  assert.deepEqual(wrong, []);
});

Deno.test("between centers only nouns, events and rules are shared", () => {
  const shared = /\/(rules|events|[a-z_]+)\.ts$/;
  const wrong = all.filter(({ path }) => path.startsWith("domain/") && !isTest(path)).flatMap(
    (source) => {
      const center = source.path.split("/")[1]!;
      if (center.startsWith("_") || center.endsWith(".ts")) return [];
      return importsOf(source).filter((target) => target.startsWith("domain/")).filter((target) => {
        const other = target.split("/")[1]!;
        if (other.startsWith("_") || other === center || other.endsWith(".ts")) return false;
        return !(centerMayUse[center] ?? []).includes(other) || !shared.test(target);
      }).map((target) => `${source.path} -> ${target}`);
    },
  );
  assert.deepEqual(wrong, []);
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
