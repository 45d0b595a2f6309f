import assert from "node:assert/strict";
import { plusMs } from "~/domain/_kernel/period.ts";
import { openHouse } from "~/routes/_entry/open_house.ts";
import { Passwords } from "~/routes/_entry/password.ts";
import {
  addDealer,
  addUser,
  browser,
  cookieOf,
  ownForm,
  password,
  signIn,
  testHouse,
} from "~/routes/_entry/testing.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

Deno.test("POST /session lets in with the right password and sets a __Host- cookie", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "wangjing", roles: ["sales"], name: "王静" });
  const reply = await browser(house).post("/session", { login: " WangJing ", password });
  assert.equal(reply.status, 303);
  assert.equal(reply.headers.get("location"), "/");
  const [cookie] = reply.headers.getSetCookie();
  assert.match(
    cookie!,
    /^__Host-session=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=43200$/,
  );
  assert.equal((await browser(house, cookieOf(reply)).get("/session")).status, 303);
});

Deno.test("POST /session keeps only the hash of its token", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const { cookie } = await signIn(house, "wangjing");
  const token = cookie.split("=")[1]!;
  const dump = JSON.stringify(house.engine.read.all("select * from session", [])) +
    JSON.stringify(house.engine.read.all("select * from audit", []));
  assert.equal(dump.includes(token), false);
  assert.doesNotMatch(dump, /\$scrypt/);
});

Deno.test("POST /session answers alike for a wrong password, an unknown name and a disabled user", async () => {
  await using house = await testHouse({ passwords: new Passwords() });
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const gone = await addUser(house, { login: "gonejing", roles: ["sales"] });
  await house.engine.writer.write((tx) =>
    Promise.resolve(tx.change("app_user", { id: gone }, { state: "disabled" }))
  );
  const told: string[] = [];
  const tookMs: number[] = [];
  for (const login of ["wangjing", "nobodyis", "gonejing"]) {
    const startedMs = performance.now();
    const typed = login === "gonejing" ? password : "猜一个密码看看";
    const reply = await browser(house).post("/session", { login, password: typed });
    tookMs.push(performance.now() - startedMs);
    const headers = [...reply.headers].filter(([name]) => name !== "x-request-id");
    told.push(JSON.stringify([reply.status, headers, (await reply.text()).replaceAll(login, "X")]));
  }
  assert.equal(JSON.parse(told[0]!)[0], 422);
  assert.equal(told[1], told[0]);
  assert.equal(told[2], told[0]);
  assert.ok(Math.min(...tookMs) > Math.max(...tookMs) / 4, `not of one length: ${tookMs}`);
});

Deno.test("POST /session goes back to own paths only", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const where = async (back: string) =>
    (await browser(house).post("/session", { login: "wangjing", password, back })).headers.get(
      "location",
    );
  assert.equal(await where("/order?stage=submitted"), "/order?stage=submitted");
  assert.equal(await where("//evil.example/"), "/");
  assert.equal(await where("https://evil.example/"), "/");
});

Deno.test("a page asked for without a session leads to sign-in and back", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const reply = await browser(house).get("/me?tab=1");
  assert.equal(reply.status, 303);
  const asked = reply.headers.get("location")!;
  assert.equal(asked, "/session?back=%2Fme%3Ftab%3D1");
  const form = await (await browser(house).get(asked)).text();
  assert.match(form, /name="back" value="\/me\?tab=1"/);
});

Deno.test("each sign-in starts a new session and ends the one the browser came with", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const first = await signIn(house, "wangjing");
  const reply = await first.post("/session", { login: "wangjing", password });
  assert.notEqual(cookieOf(reply), first.cookie);
  assert.equal((await browser(house, cookieOf(reply)).get("/me")).status, 200);
  assert.equal((await first.get("/me")).status, 303);
});

Deno.test("POST /session/end ends the session at once and takes the cookie away", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const seat = await signIn(house, "wangjing");
  assert.equal((await seat.get("/me")).status, 200);
  const reply = await seat.post("/session/end");
  assert.match(reply.headers.getSetCookie()[0]!, /^__Host-session=; .*Max-Age=0$/);
  assert.equal((await seat.get("/me")).status, 303);
  assert.deepEqual(house.engine.read.all("select * from session", []), []);
});

Deno.test("a staff session ends after 30 idle minutes, and after 12 hours whatever happens", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const idle = await signIn(house, "wangjing");
  house.clock.advance(29 * minuteMs);
  assert.equal((await idle.get("/me")).status, 200);
  house.clock.advance(29 * minuteMs);
  assert.equal((await idle.get("/me")).status, 200);
  house.clock.advance(31 * minuteMs);
  assert.equal((await idle.get("/me")).status, 303);
  const busy = await signIn(house, "wangjing");
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    house.clock.advance(20 * minuteMs);
    assert.equal((await busy.get("/me")).status, 200, `${minutes} minutes`);
  }
  house.clock.advance(20 * minuteMs);
  assert.equal((await busy.get("/me")).status, 303);
});

Deno.test("a dealer's session ends after 12 idle hours, and after 30 days whatever happens", async () => {
  await using house = await testHouse();
  await addDealer(house);
  await addUser(house, { login: "dingshun", roles: ["dealer_buyer"], dealerId: "DEALER" });
  const seat = await signIn(house, "dingshun");
  const almost30Days = plusMs(house.clock.now(), -(30 * 24 - 6) * hourMs);
  await house.engine.writer.write((tx) =>
    Promise.resolve(tx.run("update session set created_at = ?", [almost30Days]))
  );
  house.clock.advance(2 * hourMs);
  assert.equal((await seat.get("/me")).status, 200);
  house.clock.advance(3 * hourMs);
  assert.equal((await seat.get("/me")).status, 200);
  house.clock.advance(hourMs);
  assert.equal((await seat.get("/me")).status, 303);
  const idle = await signIn(house, "dingshun");
  house.clock.advance(12 * hourMs + 1);
  assert.equal((await idle.get("/me")).status, 303);
});

Deno.test("a suspended dealer's people are not let in", async () => {
  await using house = await testHouse();
  await addDealer(house);
  await addUser(house, { login: "dingshun", roles: ["dealer_buyer"], dealerId: "DEALER" });
  await house.engine.writer.write((tx) =>
    Promise.resolve(tx.change("partner", { id: "DEALER" }, { state: "suspended" }))
  );
  const reply = await browser(house).post("/session", { login: "dingshun", password });
  assert.equal(reply.status, 422);
});

Deno.test("POST /session hashes anew when the cost has changed", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const stored = () =>
    house.engine.read.all<{ password_hash: string }>(
      "select password_hash from app_user where login = 'wangjing'",
      [],
    )[0]!.password_hash;
  assert.match(stored(), /ln=4,/);
  const dearer = new Passwords({ logN: 5, r: 8, p: 1 });
  Object.assign(house.passwords, { cost: dearer.cost });
  await signIn(house, "wangjing");
  assert.match(stored(), /ln=5,/);
  await signIn(house, "wangjing");
});

Deno.test("POST /session is throttled before hashing, longer each time, and a restart forgives nobody", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const attempt = (login: string, typed: string, at: Pick<typeof house, "app"> = house) =>
    browser(at).post("/session", { login, password: typed });
  for (const login of ["wangjing", "nobodyis"]) {
    for (let i = 0; i < 4; i++) assert.equal((await attempt(login, "猜一个密码")).status, 422);
    for (const wait of [1, 2, 4, 8]) {
      assert.equal((await attempt(login, "猜一个密码")).status, 422);
      const refused = await attempt(login, password);
      assert.equal(refused.status, 429);
      assert.equal(refused.headers.get("retry-after"), String(wait));
      const { engine, passwords } = house;
      const restarted = openHouse({ config: house.config, engine, passwords });
      assert.equal((await attempt(login, password, restarted)).status, 429);
      house.clock.advance(wait * 1000);
    }
  }
  assert.equal((await attempt("wangjing", password)).status, 303);
  for (let i = 0; i < 4; i++) assert.equal((await attempt("wangjing", "猜一个密码")).status, 422);
  assert.equal((await attempt("wangjing", password)).status, 303);
});

Deno.test("POST /session is throttled for an address that tries many names, and for nobody else", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const from = async (hostname: string, login: string, typed: string) =>
    (await house.app.request("/session", {
      method: "POST",
      headers: ownForm,
      body: new URLSearchParams({ login, password: typed }),
    }, { remoteAddr: { hostname } })).status;
  for (let i = 0; i < 30; i++) {
    assert.equal(await from(`203.0.113.${i}`, `guess.${i}`, "猜一个密码"), 422);
  }
  assert.equal(await from("203.0.113.99", "wangjing", password), 429);
  assert.equal(await from("198.51.100.7", "wangjing", password), 303);
});

Deno.test("POST /session is throttled for a flood from everywhere, briefly, and then lets in again", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const from = async (i: number, login: string, typed: string) =>
    await house.app.request("/session", {
      method: "POST",
      headers: ownForm,
      body: new URLSearchParams({ login, password: typed }),
    }, { remoteAddr: { hostname: `100.${64 + (i >> 8)}.${i & 255}.7` } });
  for (let i = 0; i < 300; i += 10) {
    const guesses = Array.from(
      { length: 10 },
      (_, j) => from(i + j, `guess.${i + j}`, "猜一个密码"),
    );
    const told = (await Promise.all(guesses)).map(({ status }) => status);
    assert.deepEqual(told, Array(10).fill(422));
  }
  const refused = await from(999, "wangjing", password);
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get("retry-after"), "1");
  house.clock.advance(1000);
  assert.equal((await from(999, "wangjing", password)).status, 303);
});

Deno.test("sample users are shown and let in on loopback only, and only those that exist", async () => {
  for (const samplePasswords of [true, false]) {
    await using house = await testHouse({ config: { samplePasswords } });
    await addUser(house, { login: "wangjing", roles: ["sales"] });
    const page = await (await browser(house).get("/session")).text();
    assert.equal(page.includes("wangjing"), samplePasswords);
    assert.equal(page.includes("zhaolan"), false);
  }
});
