import assert from "node:assert/strict";
import { z } from "zod";
import { TemporarilyUnavailable } from "~/db/_engine/writer.ts";
import { createApp } from "./app.ts";
import { route } from "./route.ts";
import { addUser, browser, origin, ownForm, signIn, type TestHouse, testHouse } from "./testing.ts";

const door = { resource: "door", action: "enter" } as const;

const bodies: Record<string, { type: string | null; body: string }> = {
  urlencoded: { type: "application/x-www-form-urlencoded", body: "lang=en" },
  multipart: {
    type: "multipart/form-data; boundary=x",
    body: '--x\r\ncontent-disposition: form-data; name="lang"\r\n\r\nen\r\n--x--\r\n',
  },
  plain: { type: "text/plain", body: "lang=en" },
  json: { type: "application/json", body: '{"lang":"en"}' },
  none: { type: null, body: "" },
};

const foreign: Record<string, Record<string, string>> = {
  "without either header": {},
  "with Sec-Fetch-Site: cross-site": { "sec-fetch-site": "cross-site" },
  "with Sec-Fetch-Site: same-site": { "sec-fetch-site": "same-site" },
  "with Sec-Fetch-Site: none": { "sec-fetch-site": "none" },
  "with a foreign Origin": { origin: "https://evil.example" },
  "with Origin: null": { origin: "null" },
  "with an Origin that begins like ours": { origin: `${origin}.evil.example` },
  "with our Origin but Sec-Fetch-Site: cross-site": { origin, "sec-fetch-site": "cross-site" },
};

for (const [kind, { type, body }] of Object.entries(bodies)) {
  Deno.test(`a cookie does nothing from a foreign page: ${kind} body`, async () => {
    await using house = await testHouse();
    await addUser(house, { login: "wangjing", roles: ["sales"] });
    const { cookie } = await signIn(house, "wangjing");
    const before = snapshot(house);
    for (const [how, headers] of Object.entries(foreign)) {
      for (const path of ["/session/end", "/preference", "/me/token", "/session"]) {
        const reply = await house.app.request(path, {
          method: "POST",
          body: new TextEncoder().encode(body),
          headers: { cookie, ...headers, ...(type ? { "content-type": type } : {}) },
        });
        assert.equal(reply.status, 403, `${path} ${how}`);
        assert.equal(reply.headers.getSetCookie().length, 0);
      }
    }
    assert.deepEqual(snapshot(house), before);
  });
}

/** Every table but the note of the denial itself. */
function snapshot({ engine }: TestHouse): unknown {
  const tables = engine.read.all<{ name: string }>(
    "select name from sqlite_master where type = 'table' and name not in ('denial', 'sqlite_sequence')",
    [],
  );
  return tables.map(({ name }) => engine.read.all(`select * from ${name}`, []));
}

Deno.test("our own pages pass by Sec-Fetch-Site, or by Origin where the browser is old", async () => {
  await using house = await testHouse();
  const ours: Record<string, string>[] = [{ "sec-fetch-site": "same-origin" }, { origin }];
  for (const headers of ours) {
    const reply = await house.app.request("/preference", {
      method: "POST",
      body: "lang=en",
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
    });
    assert.equal(reply.status, 303);
  }
});

Deno.test("a cookie is nobody at the API, and a token is nobody at the pages", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const seat = await signIn(house, "wangjing");
  const api = await house.app.request("/api/v1/orders", {
    method: "POST",
    headers: { cookie: seat.cookie, "content-type": "application/json" },
    body: "{}",
  });
  assert.equal(api.status, 401);
  const token = /value="([\w-]{43})"/.exec(
    await (await seat.post("/me/token", { tokenName: "脚本" })).text(),
  )![1]!;
  const page = await house.app.request("/me", { headers: { authorization: `Bearer ${token}` } });
  assert.equal(page.status, 303);
});

const probes = [
  route({ method: "GET", path: "/fault", ...door, handle: () => JSON.parse("{CANARY-fault}") }),
  route({
    method: "GET",
    path: "/busy",
    ...door,
    handle: () => {
      throw new TemporarilyUnavailable("the disk is full");
    },
  }),
  route({ method: "GET", path: "/kernel", ...door, kernel: true, handle: () => new Response("") }),
  route({
    method: "POST",
    path: "/small",
    ...door,
    form: z.object({ text: z.string().default("") }),
    limitBytes: 1000,
    handle: () => new Response("took it"),
  }),
];

Deno.test("every kind of answer carries the policy and the headers, errors included", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const { cookie } = await signIn(house, "wangjing");
  const probing = createApp(house, probes);
  const answers: [string, number, Response][] = [
    ["a page", 200, await house.app.request("/me", { headers: { cookie } })],
    ["a redirect", 303, await house.app.request("/me")],
    ["JSON", 200, await house.app.request("/healthz")],
    ["not found", 404, await house.app.request("/nowhere")],
    ["not found at the API", 404, await house.app.request("/api/v1/nowhere")],
    [
      "not signed in at the API",
      401,
      await house.app.request("/api/v1/orders", { method: "POST" }),
    ],
    ["forbidden", 403, await house.app.request("/system", { headers: { cookie } })],
    ["foreign", 403, await house.app.request("/preference", { method: "POST" })],
    ["bad input", 422, await browser(house, cookie).post("/preference", { lang: "xx" })],
    ["a fault", 500, await quietly(() => probing.request("/fault"))],
    ["trouble", 503, await quietly(() => probing.request("/busy"))],
    ["a file", 404, await house.app.request("/assets/none.js")],
  ];
  for (const [what, status, reply] of answers) {
    const { headers } = reply;
    assert.equal(reply.status, status, what);
    const policy = headers.get("content-security-policy") ?? "";
    assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self';/, what);
    assert.match(policy, /form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/, what);
    assert.doesNotMatch(policy, /unsafe/, what);
    assert.equal(headers.get("x-content-type-options"), "nosniff", what);
    assert.equal(headers.get("referrer-policy"), "same-origin", what);
    assert.equal(headers.get("cross-origin-opener-policy"), "same-origin", what);
    assert.equal(headers.get("cross-origin-resource-policy"), "same-origin", what);
    assert.ok(headers.get("permissions-policy"), what);
    assert.equal(headers.get("cache-control"), "no-store", what);
    assert.match(headers.get("x-request-id") ?? "", /^[0-9A-Z]{26}$/, what);
    await reply.body?.cancel();
  }
  const kernel = await probing.request("/kernel");
  assert.match(kernel.headers.get("content-security-policy")!, /'self' 'wasm-unsafe-eval'/);
});

Deno.test("a fragment, which no browser shows as a document, carries what guards data and no more", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  const { cookie } = await signIn(house, "wangjing");
  const reply = await browser(house, cookie).get("/search?q=ab", { "hx-request": "true" });
  const { "x-request-id": id, ...headers } = Object.fromEntries(reply.headers);
  assert.match(id!, /^[0-9A-Z]{26}$/);
  assert.deepEqual(headers, {
    "cache-control": "no-store",
    "content-type": "text/html; charset=utf-8",
    vary: "HX-Request",
    "x-content-type-options": "nosniff",
  });
  await reply.body?.cancel();
});

Deno.test("an https origin is told to stay https; a plain one is not", async () => {
  for (const [given, expected] of [["https://shop.example", true], [origin, false]] as const) {
    await using house = await testHouse({ config: { origin: given } });
    const reply = await house.app.request("/healthz");
    assert.equal(reply.headers.has("strict-transport-security"), expected);
  }
});

/** Without the stack that a developer would see. */
async function quietly(ask: () => Response | Promise<Response>): Promise<Response> {
  const { error } = console;
  console.error = () => {};
  try {
    return await ask();
  } finally {
    console.error = error;
  }
}

Deno.test("a fault is told with its number and never with its words", async () => {
  await using house = await testHouse();
  const reply = await quietly(() => createApp(house, probes).request("/fault"));
  const page = await reply.text();
  assert.doesNotMatch(page, /CANARY|SyntaxError|\.ts/);
  assert.ok(page.includes(reply.headers.get("x-request-id")!));
  const [line] = house.lines;
  assert.equal(line?.requestId, reply.headers.get("x-request-id"));
  assert.match(line!.reason!, /^SyntaxError: .*security_test\.ts:\d+/);
});

Deno.test("503 says when to come back", async () => {
  await using house = await testHouse();
  const reply = await createApp(house, probes).request("/busy");
  assert.equal(reply.headers.get("retry-after"), "2");
});

/** A body that comes in pieces and never says how long it is. */
function inPieces(pieces: number): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(stream) {
      if (sent++ >= pieces) return stream.close();
      stream.enqueue(new TextEncoder().encode("x".repeat(100)));
    },
  });
}

Deno.test("a body is stopped at its limit, in pieces, and whatever Content-Length claims", async () => {
  await using house = await testHouse();
  const app = createApp(house, probes);
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    app.request("/small", { method: "POST", body, headers: { ...ownForm, ...headers } });
  assert.equal((await post(inPieces(10))).status, 200);
  assert.equal((await post(inPieces(11))).status, 413);
  assert.equal((await post(inPieces(11), { "content-length": "5" })).status, 413);
  assert.equal((await post("text=1", { "content-length": "5000" })).status, 413);
  assert.equal((await post(inPieces(1e9))).status, 413);
  const lying = await post(new Uint8Array([0x74, 0x3d, 0xff, 0xfe]));
  assert.equal(lying.status, 400);
});

Deno.test("the real server stops a chunked body at its limit, too", async () => {
  await using house = await testHouse();
  const app = createApp(house, probes);
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, app.fetch);
  const reply = await fetch(`http://127.0.0.1:${server.addr.port}/small`, {
    method: "POST",
    body: inPieces(500),
    headers: ownForm,
  });
  assert.equal(reply.status, 413);
  await reply.body?.cancel();
  await server.shutdown();
});

Deno.test("who asks too fast is told when to come back, alone", async () => {
  await using house = await testHouse({ config: { apiPerSecond: 1 } });
  await addUser(house, { login: "wangjing", roles: ["sales"] });
  await addUser(house, { login: "lizhuo", roles: ["warehouse"] });
  const [fast, slow] = [await signIn(house, "wangjing"), await signIn(house, "lizhuo")];
  const statuses = new Set<number>();
  let told: Response | undefined;
  for (let i = 0; i < 80; i++) {
    const reply = await fast.get("/session");
    statuses.add(reply.status);
    if (reply.status === 429) told ??= reply;
  }
  assert.deepEqual([...statuses].sort(), [303, 429]);
  assert.ok(Number(told!.headers.get("retry-after")) >= 1);
  assert.equal((await slow.get("/me")).status, 200);

  const token = /value="([\w-]{43})"/.exec(
    await (await slow.post("/me/token", { tokenName: "脚本" })).text(),
  )![1]!;
  const ask = () =>
    house.app.request("/api/v1/openapi.json", { headers: { authorization: `Bearer ${token}` } });
  const replies = await Promise.all([ask(), ask(), ask()]);
  assert.deepEqual(replies.map(({ status }) => status), [200, 200, 429]);
  assert.equal((await replies[2]!.json()).title, "too_many_requests");
  for (const reply of replies.slice(0, 2)) await reply.body?.cancel();
});

Deno.test("names that could reach a prototype are dropped from forms and JSON", async () => {
  await using house = await testHouse();
  const reply = await house.app.request("/preference", {
    method: "POST",
    headers: ownForm,
    body: "__proto__.polluted=1&constructor.prototype.polluted=1&lang=en",
  });
  assert.equal(reply.status, 303);
  assert.equal(({} as { polluted?: string }).polluted, undefined);
});
