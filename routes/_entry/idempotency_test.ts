import assert from "node:assert/strict";
import type { Hono } from "hono";
import { z } from "zod";
import { loadUser } from "~/db/platform/users.ts";
import { type Decision, refuse } from "~/domain/_kernel/decision.ts";
import type { TokenIssued } from "~/domain/platform/events.ts";
import { issueToken } from "~/domain/platform/issue_token.ts";
import { answerApi } from "./answer.ts";
import { createApp } from "./app.ts";
import { route } from "./route.ts";
import { newToken } from "./session.ts";
import { addUser, signIn, type TestHouse, testHouse } from "./testing.ts";

type NoteRefusal = { reason: "not_now"; at?: string };

/** A document as small as it can be: it counts how often it was made. */
function noteApp(house: TestHouse, gate: () => Promise<void> = () => Promise.resolve()): Hono {
  return createApp(house, [
    route({
      method: "POST",
      path: "/api/v1/notes/:book",
      resource: "order",
      action: "place",
      creates: true,
      body: z.strictObject({ name: z.string(), refuse: z.boolean().default(false) }),
      handle: async (ctx) => {
        await gate();
        const { body: { name, refuse: isRefused }, principal } = ctx;
        const decision = await ctx.act({
          as: { kind: "all" },
          load: (facts) => loadUser(facts, principal.userId),
          decide: (user, by): Decision<TokenIssued, NoteRefusal> => {
            if (isRefused) return refuse({ reason: "not_now" });
            const { hash: tokenHash } = newToken(ctx.engine.seams);
            const made = issueToken({ user, tokens: [] }, { name, tokenHash }, principal, by);
            return made as Decision<TokenIssued, NoteRefusal>;
          },
          reply: ([event]) => ({ status: 201, body: JSON.stringify({ id: event!.tokenId }) }),
        });
        return answerApi(ctx, decision, { not_now: () => "现在不行" });
      },
    }),
  ]);
}

async function caller(house: TestHouse, login = "buyer") {
  const seat = await signIn(house, login);
  const page = await (await seat.post("/me/token", { tokenName: "脚本" })).text();
  const token = /value="([\w-]{43})"/.exec(page)![1]!;
  return (app: Hono, key: string | null, body: unknown, book = "red") =>
    app.request(`/api/v1/notes/${book}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        ...(key === null ? {} : { "idempotency-key": key }),
      },
      body: JSON.stringify(body),
    });
}

const made = ({ engine }: TestHouse, name: string) =>
  engine.read.all("select 1 from api_token where name = ?", [name]).length;
const codeOf = async (reply: Response) => [reply.status, (await reply.json()).title];

Deno.test("creating demands a well-formed Idempotency-Key", async () => {
  await using house = await testHouse();
  const buyer = await addUser(house, { login: "buyer", roles: ["sales"] });
  const ask = await caller(house);
  const app = noteApp(house);
  assert.deepEqual(await codeOf(await ask(app, null, { name: "甲" })), [
    400,
    "idempotency_key_missing",
  ]);
  for (const key of ["short", "with space 1234", "x".repeat(201)]) {
    assert.deepEqual(await codeOf(await ask(app, key, { name: "甲" })), [
      400,
      "idempotency_key_malformed",
    ]);
  }
  assert.equal(made(house, "甲"), 0);
  assert.ok(buyer);
});

Deno.test("the same key and body is the same reply and is done once, also after a restart", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "buyer", roles: ["sales"] });
  const ask = await caller(house);
  const first = await ask(noteApp(house), "key-00000001", { name: "甲" });
  assert.equal(first.status, 201);
  assert.equal(first.headers.has("idempotent-replayed"), false);
  const again = await ask(noteApp(house), "key-00000001", { name: "甲" });
  assert.equal(again.status, 201);
  assert.equal(again.headers.get("idempotent-replayed"), "true");
  assert.equal(await again.text(), await first.text());
  assert.equal(made(house, "甲"), 1);
});

Deno.test("the same key with another body is refused, and the same key of another caller is another key", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "buyer", roles: ["sales"] });
  await addUser(house, { login: "other", roles: ["sales"] });
  const [ask, askOther] = [await caller(house), await caller(house, "other")];
  const app = noteApp(house);
  assert.equal((await ask(app, "key-00000001", { name: "甲" })).status, 201);
  assert.deepEqual(await codeOf(await ask(app, "key-00000001", { name: "乙" })), [
    422,
    "idempotency_key_reused",
  ]);
  assert.equal(made(house, "乙"), 0);
  assert.equal((await askOther(app, "key-00000001", { name: "丙" })).status, 201);
});

Deno.test("the same key and body sent to another thing is another deed", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "buyer", roles: ["sales"] });
  const ask = await caller(house);
  const app = noteApp(house);
  for (const book of ["red", "blue"]) {
    const reply = await ask(app, "key-00000001", { name: "甲" }, book);
    assert.equal(reply.headers.has("idempotent-replayed"), false, book);
  }
  assert.equal(made(house, "甲"), 2);
});

Deno.test("a replay is authorised anew", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "chenmin", roles: ["operator"] });
  const buyer = await addUser(house, { login: "buyer", roles: ["sales"] });
  const ask = await caller(house);
  const app = noteApp(house);
  assert.equal((await ask(app, "key-00000001", { name: "甲" })).status, 201);
  const chief = await signIn(house, "chenmin");
  const access = { name: "甲", version: "1", "roles[]": ["auditor"] };
  assert.equal((await chief.post(`/user/${buyer}/access`, access)).status, 303);
  assert.equal((await ask(app, "key-00000001", { name: "甲" })).status, 403);
  await chief.post(`/user/${buyer}/state`, { state: "disabled" });
  assert.equal((await ask(app, "key-00000001", { name: "甲" })).status, 401);
});

Deno.test("a refusal is not kept: the same key may be tried again", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "buyer", roles: ["sales"] });
  const ask = await caller(house);
  const app = noteApp(house);
  assert.equal((await ask(app, "key-00000001", { name: "甲", refuse: true })).status, 422);
  assert.equal((await ask(app, "key-00000001", { name: "甲" })).status, 201);
});

Deno.test("while a request runs its key is busy, and free again after it", async () => {
  await using house = await testHouse();
  await addUser(house, { login: "buyer", roles: ["sales"] });
  const ask = await caller(house);
  const { promise, resolve } = Promise.withResolvers<void>();
  const app = noteApp(house, () => promise);
  const first = ask(app, "key-00000001", { name: "甲" });
  await new Promise((done) => setTimeout(done, 0));
  assert.deepEqual(await codeOf(await ask(app, "key-00000001", { name: "甲" })), [
    409,
    "request_still_running",
  ]);
  resolve();
  assert.equal((await first).status, 201);
  assert.equal((await ask(app, "key-00000001", { name: "甲" })).status, 201);
  assert.equal(made(house, "甲"), 1);
});
