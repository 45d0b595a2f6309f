import assert from "node:assert/strict";
import { Hono } from "hono";
import { checkReplies, testHouse } from "~/routes/_entry/testing.ts";
import { routes } from "~/routes/mod.ts";
import { exampleOf } from "./openapi_example.ts";

type Operation = {
  summary: string;
  security?: unknown[];
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, { schema?: unknown; example?: unknown }> };
  responses: Record<string, { content?: Record<string, { schema?: unknown; example?: unknown }> }>;
};
type Description = { openapi: string; paths: Record<string, Record<string, Operation>> };

const apiRoutes = routes.filter(({ path }) => path.startsWith("/api/"));

async function description(): Promise<Description> {
  await using house = await testHouse();
  const reply = await house.app.request("/api/v1/openapi.json");
  assert.equal(reply.status, 200);
  return await reply.json();
}

const operationOf = ({ paths }: Description, { path, method }: { path: string; method: string }) =>
  paths[path.slice("/api/v1".length).replaceAll(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];

Deno.test("openapi.json describes every API route and nothing else", async () => {
  const described = await description();
  assert.equal(described.openapi, "3.1.0");
  const missing = apiRoutes.filter((route) => !operationOf(described, route));
  assert.deepEqual(missing.map(({ method, path }) => `${method} ${path}`), []);
  const operations = Object.values(described.paths).flatMap((each) => Object.keys(each));
  assert.equal(operations.length, apiRoutes.length);
  assert.ok(operations.length > 3);
});

Deno.test("openapi.json gives each request body an example that the route's own schema takes", async () => {
  const described = await description();
  for (const each of apiRoutes.filter(({ body }) => body)) {
    const operation = operationOf(described, each)!;
    const { example } = operation.requestBody!.content["application/json"]!;
    const parsed = each.body!.safeParse(example);
    assert.ok(
      parsed.success,
      `${each.method} ${each.path} ${JSON.stringify(example)} ${parsed.error}`,
    );
  }
});

Deno.test("openapi.json gives each answer of each route a schema, and an example that it takes", async () => {
  const described = await description();
  for (const each of apiRoutes) {
    const name = `${each.method} ${each.path}`;
    const good = Object.entries(operationOf(described, each)!.responses)
      .filter(([status]) => status.startsWith("2"));
    assert.ok(good.length > 0 && each.replies, name);
    for (const [status, { content }] of good) {
      const { schema, example } = content?.["application/json"] ?? {};
      assert.ok(schema && Object.keys(schema).length > 0, `${name} ${status}`);
      const open = [...JSON.stringify(schema).matchAll(/"(\w+)":\{\}/g)].map(([, field]) => field);
      assert.deepEqual(open.filter((field) => field !== "additionalProperties"), [], name);
      const parsed = each.replies.safeParse(example);
      assert.ok(parsed.success, `${name} ${JSON.stringify(example)} ${parsed.error}`);
    }
  }
});

Deno.test("openapi.json says of each route what it demands and how it fails", async () => {
  const described = await description();
  for (const each of apiRoutes) {
    const name = `${each.method} ${each.path}`;
    const { parameters, responses, security } = operationOf(described, each)!;
    const has = (parameter: string) => parameters.some(({ name }) => name === parameter);
    for (const [, param] of each.path.matchAll(/:(\w+)/g)) assert.ok(has(param!), name);
    assert.equal(has("Idempotency-Key"), each.creates === true, name);
    assert.equal(security !== undefined, each.resource === "door", name);
    if (each.resource === "door") continue;
    for (const status of [401, 403, 429]) assert.ok(responses[status], `${name} ${status}`);
    if (each.body) assert.ok(responses[422]?.content?.["application/problem+json"], name);
    if (each.creates) assert.ok(responses[400] && responses[409] && responses[201], name);
  }
});

Deno.test("openapi.json refers only to what it holds", async () => {
  const described = await description();
  const references = [...JSON.stringify(described).matchAll(/"\$ref":"([^"]+)"/g)];
  assert.ok(references.length > 0);
  for (const [, reference] of references) {
    const found = reference!.slice(2).split("/")
      .reduce((at: unknown, key) => (at as Record<string, unknown>)?.[key], described);
    assert.ok(found, reference);
  }
});

Deno.test("exampleOf() keeps to the schema's own example, its limits and its pattern", () => {
  assert.equal(exampleOf({ type: "string", examples: ["粤B12345"] }), "粤B12345");
  assert.equal(exampleOf({ type: "integer", minimum: 0, exclusiveMinimum: 4 }), 5);
  assert.equal(exampleOf({ type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" }), "2026-11-22");
  assert.equal(exampleOf({ type: "string", minLength: 3, maxLength: 3 }), "CNY");
  assert.deepEqual(exampleOf({ type: "array", items: { type: "boolean" } }), [true]);
  assert.equal(exampleOf({ anyOf: [{ type: "null" }, { type: "string" }] }), null);
});

Deno.test("checkReplies() finds the field nobody described, the one that is missing, and the route", async () => {
  const pool = { code: "EAST", nameZh: "华东库", nameEn: "East", organisationCode: "QY" };
  const ask = async (path: string, body: unknown, status = 200) => {
    const app = new Hono().notFound(() => Response.json(body, { status }));
    checkReplies(app);
    return (await app.request(path)).status;
  };
  assert.equal(await ask("/api/v1/pools/EAST", pool), 200);
  assert.equal(await ask("/api/v1/pools/EAST", {}, 404), 404);
  await assert.rejects(ask("/api/v1/pools/EAST", { ...pool, nodes: 3 }), /nodes/);
  await assert.rejects(ask("/api/v1/pools/EAST", { code: "EAST" }), /nameZh/);
  await assert.rejects(ask("/api/v1/unheard-of", {}), /nothing describes/);
});
