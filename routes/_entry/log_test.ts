import assert from "node:assert/strict";
import { createApp } from "./app.ts";
import { route } from "./route.ts";
import { addUser, browser, signIn, testHouse } from "./testing.ts";

const canary = "CANARY7f3a";

Deno.test("nothing a person typed or carries reaches the log", async () => {
  await using house = await testHouse({ config: { log: "requests" } });
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
  const events = new Set(house.lines.map(({ event }) => event));
  assert.deepEqual([...events].sort(), ["fault", "request", "sign_in_refused"]);
  assert.doesNotMatch(JSON.stringify(house.lines), new RegExp(canary));
});

Deno.test("each request leaves one line: who, which route, how it ended and how long it took", async () => {
  await using house = await testHouse({ config: { log: "requests" } });
  const userId = await addUser(house, { login: "chenmin", roles: ["operator"] });
  const chief = await signIn(house, "chenmin");
  house.lines.length = 0;
  const reply = await chief.get("/user/nobody");
  const [line, ...more] = house.lines;
  assert.deepEqual(more, []);
  const { ms, ...rest } = line!;
  assert.ok(ms! >= 0);
  assert.deepEqual(rest, {
    event: "request",
    level: "info",
    requestId: reply.headers.get("x-request-id"),
    method: "GET",
    route: "/user/:id",
    status: 404,
    userId,
  });
  await house.app.request("/nowhere");
  assert.deepEqual(house.lines.map(({ route, userId }) => [route, userId]).at(-1), [
    "*",
    undefined,
  ]);
});

Deno.test("QUANYU_LOG=errors leaves the line of a request out", async () => {
  await using house = await testHouse({ config: { log: "errors" } });
  await house.app.request("/healthz");
  assert.deepEqual(house.lines, []);
});
