import assert from "node:assert/strict";
import { createApp } from "./app.ts";
import { faultReason, logToConsole } from "./log.ts";
import { route } from "./route.ts";
import { addUser, browser, signIn, testHouse } from "./testing.ts";

const canary = "CANARY7f3a";

Deno.test("nothing a person typed or carries reaches the log", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "chenmin", roles: ["operator"] });
  const chief = await signIn(house, "chenmin");
  const stranger = browser(house, `__Host-session=${canary}; lang=${canary}`);
  const agent = { "user-agent": canary, referer: `http://x/${canary}`, authorization: canary };
  await stranger.post("/session", { login: canary, password: canary, back: `/${canary}` });
  await stranger.get(`/invitation/${canary}`, agent);
  await stranger.post(`/password-reset/${canary}`, { password: canary, again: canary });
  await stranger.get(`/${canary}?q=${canary}`, agent);
  await chief.get(`/search?q=${canary}`);
  await chief.get(`/user/${canary}`, agent);
  await chief.post("/user", { name: canary, login: canary, "roles[]": ["auditor"] });
  await chief.post("/me/password", { current: canary, password: canary, again: canary });
  await chief.post("/me/token", { tokenName: canary });
  await house.app.request("/api/v1/orders", {
    method: "POST",
    headers: { authorization: `Bearer ${canary.repeat(3)}`, "idempotency-key": canary },
    body: `{"note": "${canary}"`,
  });
  const probing = createApp(house, [
    route({
      method: "POST",
      path: "/fault/:kind",
      resource: "door",
      action: "enter",
      raw: true,
      handle: async ({ request, params }) => {
        const text = await request.text();
        if (params.kind === "json") return JSON.parse(text);
        throw new Error(`unreachable case: ${JSON.stringify({ name: text })} for '${text}'`);
      },
    }),
  ]);
  const { error } = console;
  console.error = () => {};
  for (const kind of ["json", "case"]) {
    const own = { "sec-fetch-site": "same-origin" };
    await probing.request(`/fault/${kind}`, { method: "POST", headers: own, body: `x ${canary}` });
  }
  console.error = error;
  assert.ok(house.lines.length >= 3, JSON.stringify(house.lines));
  assert.doesNotMatch(JSON.stringify(house.lines), new RegExp(canary));
});

Deno.test("faultReason() says which fault and where, and leaves out what was given", () => {
  const reason = faultReason(new TypeError(`no writer for OrderSubmitted in "${canary}"`));
  assert.match(reason, /^TypeError: no writer for OrderSubmitted in … .*log_test\.ts:\d+:\d+$/);
  assert.doesNotMatch(reason, /CANARY/);
  assert.equal(faultReason(canary), "string");
});

Deno.test("logToConsole() writes one line of JSON whatever the reason holds", () => {
  const said: string[] = [];
  const { log } = console;
  console.log = (line: string) => void said.push(line);
  logToConsole({
    event: "fault",
    level: "error",
    reason: "one\r\ntwo\u001b[31m" + "x".repeat(900),
  });
  console.log = log;
  assert.equal(said.length, 1);
  const line = JSON.parse(said[0]!);
  assert.match(line.reason, /^one {2}two \[31mx+$/);
  assert.equal(line.reason.length, 500);
  assert.match(line.at, /^\d{4}-/);
});
