import assert from "node:assert/strict";
import {
  addDealer,
  addUser,
  browser,
  cookieOf,
  password,
  signIn,
  type TestHouse,
  testHouse,
} from "~/routes/_entry/testing.ts";

const hourMs = 3_600_000;

/** An operator, and a dealer's owner with a buyer beside a second dealer with one. */
async function staffed(house: TestHouse) {
  await addDealer(house);
  await addDealer(house, { id: "OTHER", code: "D371301", name: "临沂百川副食" });
  const operator = await addUser(house, { login: "chenmin", name: "陈敏", roles: ["operator"] });
  const buyer = await addUser(house, {
    login: "buyer",
    name: "周小满",
    roles: ["dealer_buyer"],
    dealerId: "DEALER",
  });
  await addUser(house, { login: "owner", roles: ["dealer_owner"], dealerId: "DEALER" });
  const stranger = await addUser(house, {
    login: "stranger",
    name: "百川的人",
    roles: ["dealer_buyer"],
    dealerId: "OTHER",
  });
  return { operator, buyer, stranger };
}

async function linkIn(reply: Response): Promise<string> {
  const page = await reply.text();
  return /value="http:\/\/127\.0\.0\.1:8000(\/[a-z-]+\/[\w-]{43})"/.exec(page)?.[1] ??
    assert.fail(page.slice(-3000));
}

const fields = (values: Record<string, string | string[]>) => ({
  name: "李卓",
  login: "lizhuo",
  language: "zh",
  dealerCode: "",
  organisationCode: "",
  ...values,
});

Deno.test("an invitation leads from the form to the first sign-in, once", async () => {
  await using house = await testHouse();
  await staffed(house);
  const chief = await signIn(house, "chenmin");
  const invited = await chief.post("/user", fields({ "roles[]": ["auditor"] }));
  assert.equal(invited.status, 200);
  const link = await linkIn(invited);
  assert.match(link, /^\/invitation\//);

  const guest = browser(house);
  assert.match(await (await guest.get(link)).text(), /李卓，你的登录名是 lizhuo/);
  const again = { password, again: password };
  const short = await guest.post(link, { password: "太短", again: "太短" });
  assert.equal(short.status, 422);
  assert.match(await short.text(), /密码至少 10 个字符/);
  const differing = await guest.post(link, { password, again: `${password}!` });
  assert.match(await differing.text(), /两次填的密码不一样/);
  assert.equal((await guest.post(link, again)).headers.get("location"), "/session?set=1");
  assert.ok(cookieOf(await guest.post("/session", { login: "lizhuo", password })));

  const second = await guest.post(link, again);
  assert.equal(second.status, 404);
  assert.match(await second.text(), /链接已经用过了/);
  assert.equal((await guest.get(link)).status, 404);
});

Deno.test("POST /user keeps what was typed and says beside the field what is wrong", async () => {
  await using house = await testHouse();
  await staffed(house);
  const chief = await signIn(house, "chenmin");
  const bad = await chief.post("/user", fields({ login: "李 卓", "roles[]": ["warehouse"] }));
  assert.equal(bad.status, 422);
  const page = await bad.text();
  assert.match(page, /登录名只用字母、数字/);
  assert.match(page, /value="李卓"/);
  assert.match(page, /id="f-role-warehouse"[^>]*checked/);
  const taken = await chief.post("/user", fields({ login: "buyer", "roles[]": ["warehouse"] }));
  assert.equal(taken.status, 422);
  const told = await taken.text();
  assert.match(told, /登录名 buyer 有人用了/);
  assert.match(told, /仓库的人至少要一个仓/);
  const nowhere = await chief.post(
    "/user",
    fields({ dealerCode: "NOPE", "roles[]": ["dealer_buyer"], "regionCodes[]": ["XX"] }),
  );
  const unknown = await nowhere.text();
  assert.match(unknown, /没有经销商 NOPE/);
  assert.match(unknown, /没有区域 XX/);
});

Deno.test("a reset link sets a new password, ends every session and opens nothing else", async () => {
  await using house = await testHouse();
  const { buyer } = await staffed(house);
  const seat = await signIn(house, "buyer");
  const chief = await signIn(house, "chenmin");
  const voided = await linkIn(await chief.post(`/user/${buyer}/link`));
  const link = await linkIn(await chief.post(`/user/${buyer}/link`));
  assert.match(link, /^\/password-reset\//);
  const guest = browser(house);
  const fresh = { password: "新的密码-2026-春", again: "新的密码-2026-春" };
  assert.equal((await guest.get(voided)).status, 404);
  const otherPurpose = link.replace("password-reset", "invitation");
  assert.equal((await guest.get(otherPurpose)).status, 404);
  assert.equal((await guest.post(otherPurpose, fresh)).status, 404);
  assert.equal((await seat.get("/me")).status, 200);
  assert.equal((await guest.post(link, fresh)).status, 303);
  assert.equal((await seat.get("/me")).status, 303);
  assert.equal((await guest.post("/session", { login: "buyer", password })).status, 422);
  const reply = await guest.post("/session", { login: "buyer", password: fresh.password });
  assert.equal(reply.status, 303);
});

Deno.test("a link is closed after 72 hours", async () => {
  await using house = await testHouse();
  const { buyer } = await staffed(house);
  const chief = await signIn(house, "chenmin");
  const link = await linkIn(await chief.post(`/user/${buyer}/link`));
  house.clock.advance(72 * hourMs - 1);
  assert.equal((await browser(house).get(link)).status, 200);
  house.clock.advance(1);
  const reply = await browser(house).post(link, { password, again: password });
  assert.equal(reply.status, 404);
  assert.match(await reply.text(), /链接只有 72 小时/);
});

Deno.test("a disabled user's session, token and link die at once, and enabling revives only the user", async () => {
  await using house = await testHouse();
  const { buyer } = await staffed(house);
  const seat = await signIn(house, "buyer");
  const chief = await signIn(house, "chenmin");
  const link = await linkIn(await chief.post(`/user/${buyer}/link`));
  const token = await tokenIn(await seat.post("/me/token", { tokenName: "订货脚本" }));
  assert.equal(await isLetIn(house, token), true);
  await chief.post(`/user/${buyer}/state`, { state: "disabled" });
  assert.equal((await seat.get("/me")).status, 303);
  assert.equal(await isLetIn(house, token), false);
  assert.equal((await browser(house).get(link)).status, 404);
  await chief.post(`/user/${buyer}/state`, { state: "active" });
  assert.equal((await seat.get("/me")).status, 303);
  assert.equal(await isLetIn(house, token), false);
  assert.equal((await browser(house).get(link)).status, 404);
  assert.ok(await signIn(house, "buyer"));
});

async function tokenIn(reply: Response): Promise<string> {
  const page = await reply.text();
  return /name="once"[^>]*value="([\w-]{43})"/.exec(page)?.[1] ??
    /value="([\w-]{43})"[^>]*name="once"/.exec(page)?.[1] ?? assert.fail(page.slice(-3000));
}

/** Whether the token is let in at all; what it may do there is another matter. */
async function isLetIn(house: TestHouse, token: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` };
  const reply = await house.app.request("/api/v1/orders", { method: "POST", headers, body: "-" });
  return reply.status !== 401;
}

Deno.test("a token is shown once, works until it is revoked, and its name is not used twice", async () => {
  await using house = await testHouse();
  await staffed(house);
  const seat = await signIn(house, "buyer");
  const token = await tokenIn(await seat.post("/me/token", { tokenName: "订货脚本" }));
  assert.equal(await isLetIn(house, token), true);
  const page = await (await seat.get("/me")).text();
  assert.equal(page.includes(token), false);
  const twice = await seat.post("/me/token", { tokenName: "订货脚本" });
  assert.match(await twice.text(), /已有叫“订货脚本”的令牌/);
  const revoke = /action="(\/me\/token\/[^"]+\/revocation)"/.exec(page)![1]!;
  await seat.post(revoke);
  assert.equal(await isLetIn(house, token), false);
});

Deno.test("an operator issues a token for a program, never in the name of a person", async () => {
  await using house = await testHouse();
  const { buyer } = await staffed(house);
  const erp = await addUser(house, {
    login: "erp",
    name: "ERP",
    roles: ["api_client"],
    organisationId: "ORGANISATION",
  });
  const chief = await signIn(house, "chenmin");
  assert.ok(await tokenIn(await chief.post(`/user/${erp}/token`, { tokenName: "同步" })));
  const refused = await chief.post(`/user/${buyer}/token`, { tokenName: "代他" });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /周小满 不是接口程序/);
  const revoke = /action="(\/user\/[^"]+\/revocation)"/.exec(
    await (await chief.get(`/user/${erp}`)).text(),
  )![1]!;
  assert.equal((await chief.post(revoke)).status, 303);
  assert.equal(
    house.engine.read.all("select 1 from api_token where revoked_at is null", []).length,
    0,
  );
});

Deno.test("a dealer's owner manages the own people only, and gives dealer roles only", async () => {
  await using house = await testHouse();
  const { operator, buyer, stranger } = await staffed(house);
  const owner = await signIn(house, "owner");
  const list = await (await owner.get("/user")).text();
  assert.match(list, /周小满/);
  assert.doesNotMatch(list, /百川的人|陈敏/);
  for (const id of [stranger, operator]) {
    assert.equal((await owner.get(`/user/${id}`)).status, 404);
    assert.equal((await owner.post(`/user/${id}/link`)).status, 404);
    assert.equal((await owner.post(`/user/${id}/state`, { state: "disabled" })).status, 404);
    const access = { name: "甲", version: "1", "roles[]": ["dealer_buyer"] };
    assert.equal((await owner.post(`/user/${id}/access`, access)).status, 404);
  }
  const invited = await owner.post(
    "/user",
    fields({ "roles[]": ["dealer_buyer"], dealerCode: "D371301" }),
  );
  await linkIn(invited);
  const [made] = house.engine.read.all<{ dealer_id: string }>(
    "select dealer_id from app_user where login = 'lizhuo'",
    [],
  );
  assert.equal(made!.dealer_id, "DEALER");
  const grabbing = await owner.post("/user", fields({ login: "x.y", "roles[]": ["operator"] }));
  assert.match(await grabbing.text(), /“管理员”不归你给/);
  const raised = { name: "周小满", version: "1", "roles[]": ["dealer_buyer", "operator"] };
  assert.equal((await owner.post(`/user/${buyer}/access`, raised)).status, 422);
  const promoted = { name: "周小满", version: "1", "roles[]": ["dealer_buyer", "dealer_approver"] };
  assert.equal((await owner.post(`/user/${buyer}/access`, promoted)).status, 303);
});

Deno.test("changed roles hold from the next click on, and a stale form is refused", async () => {
  await using house = await testHouse();
  const { buyer } = await staffed(house);
  const seat = await signIn(house, "buyer");
  const chief = await signIn(house, "chenmin");
  assert.equal((await seat.get("/user")).status, 403);
  const access = { name: "周小满", version: "1", "roles[]": ["dealer_owner"] };
  assert.equal((await chief.post(`/user/${buyer}/access`, access)).status, 303);
  assert.equal((await seat.get("/user")).status, 200);
  const stale = await chief.post(`/user/${buyer}/access`, { ...access, name: "周大满" });
  assert.equal(stale.status, 409);
  const page = await stale.text();
  assert.match(page, /别人刚改过/);
  assert.match(page, /value="周大满"/);
});

Deno.test("the last operator cannot be disabled or stripped", async () => {
  await using house = await testHouse();
  const { operator } = await staffed(house);
  const chief = await signIn(house, "chenmin");
  const disabled = await chief.post(`/user/${operator}/state`, { state: "disabled" });
  assert.equal(disabled.status, 422);
  assert.match(await disabled.text(), /最后一个管理员/);
  const stripped = { name: "陈敏", version: "1", "roles[]": ["auditor"] };
  assert.equal((await chief.post(`/user/${operator}/access`, stripped)).status, 422);
});

Deno.test("an auditor looks at users and changes none", async () => {
  await using house = await testHouse();
  const { buyer } = await staffed(house);
  await addUser(house, { login: "sunhao", roles: ["auditor"] });
  const auditor = await signIn(house, "sunhao");
  const page = await (await auditor.get(`/user/${buyer}`)).text();
  assert.match(page, /周小满/);
  assert.doesNotMatch(page, /发重设链接|停用 周小满|存角色/);
  assert.equal((await auditor.post(`/user/${buyer}/link`)).status, 403);
});

Deno.test("a person ends another device's session and changes the password, keeping this one", async () => {
  await using house = await testHouse();
  await staffed(house);
  const here = await signIn(house, "buyer");
  const there = await signIn(house, "buyer");
  const third = await signIn(house, "buyer");
  const page = await (await here.get("/me")).text();
  const end = /action="(\/me\/session\/[^"]+\/end)"/.exec(page)![1]!;
  assert.equal((await here.post(end)).status, 303);
  const left = await Promise.all(
    [there, third].map(async (seat) => (await seat.get("/me")).status),
  );
  assert.deepEqual(left.sort(), [200, 303]);

  const change = { current: password, password: "新的密码-2026-春", again: "新的密码-2026-春" };
  const wrong = await here.post("/me/password", { ...change, current: "不是这个密码" });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /现在的密码不对/);
  assert.equal((await here.post("/me/password", change)).headers.get("location"), "/me?changed=1");
  assert.equal((await here.get("/me")).status, 200);
  for (const seat of [there, third]) assert.equal((await seat.get("/me")).status, 303);
});

Deno.test("nobody ends another's session or revokes another's token by its id", async () => {
  await using house = await testHouse();
  await staffed(house);
  const mine = await signIn(house, "buyer");
  const theirs = await signIn(house, "stranger");
  const token = await tokenIn(await theirs.post("/me/token", { tokenName: "他的" }));
  const [session] = house.engine.read.all<{ id: string }>(
    "select session.id from session join app_user u on u.id = user_id where u.login = 'stranger'",
    [],
  );
  const [known] = house.engine.read.all<{ id: string }>("select id from api_token", []);
  await mine.post(`/me/session/${session!.id}/end`);
  await mine.post(`/me/token/${known!.id}/revocation`);
  assert.equal((await theirs.get("/me")).status, 200);
  assert.equal(await isLetIn(house, token), true);
});

Deno.test("POST /preference sets cookies, remembers the language and goes back to own paths only", async () => {
  await using house = await testHouse();
  await staffed(house);
  const seat = await signIn(house, "buyer");
  assert.match(await (await seat.get("/me")).text(), /我登录着的设备/);
  const reply = await seat.post("/preference", { lang: "en", theme: "dark", back: "/me" });
  assert.equal(reply.headers.get("location"), "/me");
  assert.deepEqual(reply.headers.getSetCookie().map((line) => line.split(";")[0]), [
    "lang=en",
    "theme=dark",
  ]);
  assert.match(await (await seat.get("/me")).text(), /Where I am signed in/);
  const away = await seat.post("/preference", { rows: "tight", back: "//evil.example" });
  assert.equal(away.headers.get("location"), "/");
  assert.equal((await seat.post("/preference", { lang: "fr" })).status, 422);
});

Deno.test("GET /user filters by name, role and state and pages by login", async () => {
  await using house = await testHouse();
  await staffed(house);
  for (let i = 0; i < 60; i++) {
    await addUser(house, { login: `clerk.${String(i).padStart(2, "0")}`, roles: ["auditor"] });
  }
  const chief = await signIn(house, "chenmin");
  const logins = async (path: string) => {
    const page = await (await chief.get(path)).text();
    const found = [...page.matchAll(/<td class="c-no" ?>([^<]+)<\/td>/g)].map(([, login]) => login);
    const link = (rel: string) =>
      new RegExp(`rel="${rel}" href="([^"]+)"`).exec(page)?.[1]?.replaceAll("&amp;", "&");
    return { found, older: link("next"), newer: link("prev") };
  };
  assert.deepEqual((await logins("/user?q=小满")).found, ["buyer"]);
  assert.deepEqual((await logins("/user?role=dealer_owner")).found, ["owner"]);
  assert.deepEqual((await logins("/user?state=disabled")).found, []);
  const first = await logins("/user?role=auditor");
  assert.equal(first.found.length, 50);
  assert.equal(first.newer, undefined);
  const second = await logins(first.older!);
  assert.deepEqual(second.found, Array.from({ length: 10 }, (_, i) => `clerk.${50 + i}`));
  assert.equal(second.older, undefined);
  assert.deepEqual(await logins(second.newer!), { ...first, newer: undefined });
});
