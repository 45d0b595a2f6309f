import assert from "node:assert/strict";
import {
  addUser,
  browser,
  origin,
  password,
  testConfig,
  testHouse,
} from "~/routes/_entry/testing.ts";
import { tryLockFolder } from "~/db/_engine/lock.ts";
import type { Config } from "~/routes/_entry/config.ts";
import { controlKey } from "~/routes/_entry/control.ts";
import { commands } from "./commands.ts";
import { runErrand, terminalLanguage } from "./door.ts";

type Told = { exit: number; lines: string[] };

async function errand(config: Config, name: string, args: unknown): Promise<Told> {
  const lines: string[] = [];
  const exit = await runErrand({
    name,
    args,
    config,
    lang: "zh",
    print: (line) => void lines.push(line),
  });
  return { exit, lines };
}

async function folder(): Promise<AsyncDisposable & { config: Config }> {
  const dataFolder = await Deno.makeTempDir({ prefix: "quanyu-cli-" });
  return {
    config: { ...testConfig, dataFolder, databasePath: `${dataFolder}/quanyu.db` },
    [Symbol.asyncDispose]: () => Deno.remove(dataFolder, { recursive: true }),
  };
}

const chief = {
  verb: "ADD",
  login: "chenmin",
  name: "陈敏",
  roles: ["operator"],
  dealerCode: undefined,
};

Deno.test("user ADD on a free folder makes the first operator, whose link opens and signs in", async () => {
  await using home = await folder();
  const { config } = home;
  const added = await errand(config, "user", chief);
  assert.equal(added.exit, 0);
  const link = added.lines.at(-1)!;
  assert.match(link, /^http:\/\/127\.0\.0\.1:8000\/invitation\/[\w-]{43}$/);
  const twice = await errand(config, "user", chief);
  assert.deepEqual(twice, { exit: 1, lines: ["登录名 chenmin 有人用了，换一个"] });
  const reset = await errand(config, "user", { verb: "RESET", login: "ChenMin" });
  assert.match(reset.lines.at(-1)!, /\/invitation\//);
  const nobody = await errand(config, "user", { verb: "RESET", login: "nobody" });
  assert.deepEqual(nobody, { exit: 1, lines: ["没有用户 nobody。"] });
  const places = await errand(config, "user", { ...chief, login: "wang", roles: ["sales"] });
  assert.deepEqual(places, { exit: 1, lines: ["“销售”要属于一个组织"] });
  const early = await errand(config, "token", { login: "chenmin" });
  assert.equal(early.exit, 1);
  assert.match(early.lines[0]!, /还没设密码/);
});

Deno.test("an unknown command is named with those there are", async () => {
  await using home = await folder();
  const told = await errand(home.config, "format-disk", {});
  assert.equal(told.exit, 2);
  assert.match(told.lines[0]!, /没有命令 format-disk.*user token/);
});

Deno.test("on a folder that is held the server does the work and streams its lines", async () => {
  await using house = await testHouse();
  using lock = await tryLockFolder(house.engine.folder);
  assert.ok(lock);
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    (request, info) => house.app.fetch(request, info),
  );
  const config = { ...house.config, port: server.addr.port };
  const added = await errand(config, "user", chief);
  assert.equal(added.exit, 0, added.lines.join());
  const path = new URL(added.lines.at(-1)!).pathname;
  const guest = browser(house);
  assert.equal((await guest.post(path, { password, again: password })).status, 303);
  assert.equal((await guest.post("/session", { login: "chenmin", password })).status, 303);

  const { exit, lines: [token] } = await errand(config, "token", { login: "chenmin" });
  assert.equal(exit, 0);
  const asked = await house.app.request("/api/v1/orders", {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
  });
  assert.notEqual(asked.status, 401);

  const saved = await errand(config, "backup", { file: `${house.engine.folder}/copy.db` });
  assert.equal(saved.exit, 0, saved.lines.join());
  assert.match(saved.lines[0]!, /copy\.db \d+ bytes sha256 [0-9a-f]{64}/);
  const checked = await errand(config, "invariants", {});
  assert.equal(checked.exit, 0);
  assert.ok(checked.lines.length > 10);
  assert.ok(checked.lines.every((line) => / 0$/.test(line)), checked.lines.join("\n"));

  const twice = await errand(config, "backup", { file: `${house.engine.folder}/copy.db` });
  assert.equal(twice.exit, 1);
  assert.match(twice.lines[0]!, /copy\.db exists already/, "whoever asked is told all");
  const logged = house.lines.find(({ event }) => event === "control_failed");
  assert.match(logged!.reason!, /^Error: … exists already/);

  const wrong = await errand(config, "user", { verb: "ADD", login: "!" });
  assert.equal(wrong.exit, 1);
  await server.shutdown();
  const gone = await errand(config, "invariants", {});
  assert.equal(gone.exit, 1);
  assert.match(gone.lines[0]!, /在 http:\/\/127\.0\.0\.1:\d+ 找不到它/);
});

Deno.test("seed fills a free folder, or the empty house of the server that holds it, and no other", async () => {
  await using home = await folder();
  const config = { ...home.config, production: false };
  const seeded = await errand(config, "seed", { world: "tiny" });
  assert.equal(seeded.exit, 0, seeded.lines.join());
  assert.match(seeded.lines.at(-1)!, /^tiny 已种进 .*quanyu\.db/);
  const again = await errand(config, "seed", { world: "tiny" });
  assert.equal(again.exit, 1);
  assert.match(again.lines[0]!, /里已经有数据，没动它/);
  const real = await errand(home.config, "seed", { world: "tiny" });
  assert.equal(real.exit, 2);
  assert.match(real.lines[0]!, /production refuses demo data.*不接受演示数据/);

  await using house = await testHouse({ config: { production: false, samplePasswords: true } });
  using _lock = (await tryLockFolder(house.engine.folder))!;
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    (request, info) => house.app.fetch(request, info),
  );
  const running = { ...house.config, port: server.addr.port };
  const handed = await errand(running, "seed", { world: "tiny" });
  assert.equal(handed.exit, 0, handed.lines.join());
  const entered = await browser(house).post("/session", { login: "", sample: "chenmin" });
  assert.equal(entered.status, 303, "the world is there for whoever asks the server next");
  assert.equal((await errand(running, "seed", { world: "tiny" })).exit, 1);
  await server.shutdown();
});

Deno.test("invariants exits 1 and shows the rows that break one", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "chenmin", roles: ["operator"] });
  await house.engine.writer.write((tx) =>
    Promise.resolve(tx.run("update outbox set state = 'parked'"))
  );
  const { engine, config } = house;
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const exit = await commands.invariants!.run({ engine, config, args: {}, lang: "zh", print });
  assert.equal(exit, 1, lines.join("\n"));
  const at = lines.indexOf("outbox_has_nothing_parked 2");
  assert.match(lines[at + 1]!, /^ {2}\{.*UserInvited/);
});

const near = { remoteAddr: { hostname: "127.0.0.1" } };

Deno.test("POST /control demands the secret, this machine and no proxy, and writes nothing otherwise", async () => {
  await using house = await testHouse();
  const key = await controlKey(house.engine.folder);
  const info = await Deno.stat(`${house.engine.folder}/control.key`);
  assert.equal(info.mode! & 0o777, 0o600);
  const ask = async (headers: Record<string, string>, env: unknown = near, body = {}) => {
    const reply = await house.app.request("/control", {
      method: "POST",
      headers: { "content-type": "application/json", origin, ...headers },
      body: JSON.stringify({ command: "user", args: chief, lang: "zh", ...body }),
    }, env as object);
    await reply.text();
    return reply.status;
  };
  const good = { "x-control-key": key };
  assert.equal(await ask({}), 403);
  assert.equal(await ask({ "x-control-key": key.slice(1) + "x" }), 403);
  assert.equal(await ask(good, { remoteAddr: { hostname: "203.0.113.7" } }), 403);
  assert.equal(await ask({ ...good, "x-forwarded-for": "203.0.113.7" }), 403);
  assert.equal(await ask({ ...good, origin: "https://evil.example" }), 403);
  assert.equal(
    house.engine.read.all("select 1 from app_user where login = 'chenmin'", []).length,
    0,
  );
  assert.equal(await ask(good, near, { command: "toString" }), 404);
  assert.equal(await ask(good, near, { args: { verb: "ADD" } }), 422);
  assert.equal(await ask(good), 200);
  assert.equal(
    house.engine.read.all("select 1 from app_user where login = 'chenmin'", []).length,
    1,
  );
});

Deno.test("terminalLanguage() follows the locale", () => {
  const of = (locale: Record<string, string>) => terminalLanguage((name) => locale[name]);
  assert.equal(of({ LANG: "zh_CN.UTF-8" }), "zh");
  assert.equal(of({ LANG: "en_GB.UTF-8" }), "en");
  assert.equal(of({ LC_ALL: "C", LANG: "zh_CN.UTF-8" }), "en");
  assert.equal(of({}), "en");
});
