import assert from "node:assert/strict";
import {
  addDealer,
  addUser,
  browser,
  signIn,
  type TestHouse,
  testHouse,
} from "~/routes/_entry/testing.ts";

async function staffed(house: TestHouse) {
  await addUser(house, { login: "chenmin", name: "陈敏", roles: ["operator"] });
  await addUser(house, { login: "sunhao", name: "孙浩", roles: ["auditor"] });
  await addUser(house, { login: "wangjing", name: "王静", roles: ["sales"] });
}

/** Parks the first event of the diary and settles the others. */
async function park(house: TestHouse): Promise<number> {
  await house.engine.writer.write((tx) => {
    tx.run("update outbox set state = 'done'");
    tx.run(
      "update outbox set state = 'parked', attempts = 8, error = '顺丰接口超时' where id = (select min(id) from outbox)",
    );
    return Promise.resolve();
  });
  const [row] = house.engine.read.all<{ id: number }>(
    "select id from outbox where state = 'parked'",
    [],
  );
  return row!.id;
}

Deno.test("GET /system shows what is parked with its reason, the newest upkeep, denials and versions", async () => {
  await using house = await testHouse();
  await staffed(house);
  await park(house);
  await house.engine.writer.write((tx) => {
    const detail = "{}";
    tx.insert("upkeep", [
      { kind: "backup", at: "2026-03-01T18:00:00.000Z", ok: 1, detail },
      { kind: "backup", at: "2026-03-01T19:00:00.000Z", ok: 0, detail },
    ]);
    return Promise.resolve();
  });
  const seller = await signIn(house, "wangjing");
  assert.equal((await seller.get("/system")).status, 403);
  const chief = await signIn(house, "chenmin");
  const page = await (await chief.get("/system")).text();
  assert.match(page, /顺丰接口超时/);
  assert.match(page, /备份 没做成/);
  assert.match(page, /GET \/system/);
  assert.match(page, /查看系统/);
  assert.match(page, /SQLite 3\./);
  const home = await (await chief.get("/")).text();
  assert.match(home, /1 件后台工作停住了/);
  assert.match(home, /备份超过一天没做成/);
});

Deno.test("POST /system/work/:id/rerun puts parked work back once, audited, and refuses other work", async () => {
  await using house = await testHouse();
  await staffed(house);
  const id = await park(house);
  const auditor = await signIn(house, "sunhao");
  assert.equal((await auditor.post(`/system/work/${id}/rerun`)).status, 403);
  const chief = await signIn(house, "chenmin");
  const done = await chief.post(`/system/work/${id}/rerun`);
  assert.equal(done.headers.get("location"), "/system?rerun=UserInvited");
  const [row] = house.engine.read.all<{ state: string; attempts: number }>(
    "select state, attempts from outbox where id = ?",
    [id],
  );
  assert.deepEqual({ ...row }, { state: "pending", attempts: 0 });
  const again = await chief.post(`/system/work/${id}/rerun`);
  assert.equal(again.status, 422);
  assert.match(await again.text(), /UserInvited 没有停住/);
  assert.equal((await chief.post("/system/work/999999/rerun")).status, 404);
  assert.equal((await chief.post("/system/work/x/rerun")).status, 404);
  assert.match(await (await chief.get("/audit")).text(), /停住的工作重做/);
});

Deno.test("GET /audit pages by sequence, filters by subject and person, and shows before and after", async () => {
  await using house = await testHouse();
  await staffed(house);
  const target = await addUser(house, { login: "lizhuo", name: "李卓", roles: ["auditor"] });
  const chief = await signIn(house, "chenmin");
  await chief.post(`/user/${target}/access`, {
    name: "李卓然",
    version: "1",
    "roles[]": ["auditor", "operator"],
  });
  const list = await (await chief.get(`/audit?subject=${target}`)).text();
  assert.match(list, /改角色/);
  assert.doesNotMatch(list, />登录</);
  const [seq] = /\/audit\/(\d+)/.exec(list)!.slice(1);
  const entry = await (await chief.get(`/audit/${seq}`)).text();
  assert.match(entry, /李卓(?!然)[\s\S]*李卓然/);
  assert.match(entry, /auditor, operator/);
  const missing = await chief.get("/audit/999999");
  assert.equal(missing.status, 404);
  assert.match(await missing.text(), /<p class="acts"><a class="b" href="\/">回首页<\/a>/);
  assert.equal((await chief.get("/audit/abc")).status, 404);

  for (let i = 0; i < 60; i++) await addUser(house, { login: `clerk${i}`, roles: ["auditor"] });
  const seqs = async (path: string) => {
    const page = await (await chief.get(path)).text();
    const link = (rel: string) =>
      new RegExp(`rel="${rel}" href="([^"]+)"`).exec(page)?.[1]?.replaceAll("&amp;", "&");
    const found = [...page.matchAll(/href="\/audit\/(\d+)"/g)].map(([, seq]) => Number(seq));
    return { found, older: link("next"), newer: link("prev") };
  };
  const first = await seqs("/audit?user=00000000000000000000000000");
  assert.equal(first.found.length, 50);
  const second = await seqs(first.older!);
  assert.ok(second.found.length > 0 && second.found[0]! < first.found.at(-1)!);
  assert.equal(second.older, undefined);
  assert.deepEqual((await seqs(second.newer!)).found, first.found);
});

Deno.test("GET /_kit is for operators", async () => {
  await using house = await testHouse();
  await staffed(house);
  assert.equal((await (await signIn(house, "chenmin")).get("/_kit")).status, 200);
  assert.equal((await (await signIn(house, "sunhao")).get("/_kit")).status, 403);
});

Deno.test("GET /metrics answers this machine and whoever may see the system", async () => {
  await using house = await testHouse();
  await staffed(house);
  const near = { remoteAddr: { hostname: "127.0.0.1" } };
  const local = await house.app.request("/metrics", {}, near);
  assert.match(await local.text(), /# TYPE quanyu_request_ms histogram/);
  const proxied = { headers: { "x-forwarded-for": "203.0.113.9" } };
  assert.equal((await house.app.request("/metrics", proxied, near)).status, 303);
  assert.equal((await browser(house).get("/metrics")).status, 303);
  assert.equal((await (await signIn(house, "wangjing")).get("/metrics")).status, 403);
  assert.equal((await (await signIn(house, "sunhao")).get("/metrics")).status, 200);
});

Deno.test("GET /readyz says what is not ready", async () => {
  await using house = await testHouse();
  let queue = true;
  house.readiness.check("queue", () => queue);
  const ready = await house.app.request("/readyz");
  assert.equal(ready.status, 200);
  assert.deepEqual((await ready.json()).checks, {
    database: true,
    migrations: true,
    writer: true,
    queue: true,
  });
  queue = false;
  const stuck = await house.app.request("/readyz");
  assert.equal(stuck.status, 503);
  assert.equal(stuck.headers.get("retry-after"), "2");
  assert.equal((await stuck.json()).checks.queue, false);
  queue = true;
  await house.engine.writer.write((tx) =>
    Promise.resolve(tx.run("delete from schema_migration where number > 1"))
  );
  const behind = await house.app.request("/readyz");
  assert.equal(behind.status, 503);
  assert.equal((await behind.json()).checks.migrations, false);
});

Deno.test("GET / shows a dealer the own name and nobody else's work", async () => {
  await using house = await testHouse();
  await addDealer(house);
  await addUser(house, {
    login: "owner",
    name: "丁顺",
    roles: ["dealer_owner"],
    dealerId: "DEALER",
  });
  await park(house);
  const page = await (await (await signIn(house, "owner")).get("/")).text();
  assert.match(page, /<h1>徐州鼎顺商贸<\/h1>/);
  assert.match(page, /没有等你处理的事/);
  assert.doesNotMatch(page, /停住了|备份/);
});
