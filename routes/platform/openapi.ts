import { z } from "zod";
import { json } from "~/routes/_entry/answer.ts";
import { type Route, route } from "~/routes/_entry/route.ts";
import { exampleOf } from "./openapi_example.ts";

const api = "/api/v1";
type Json = { [key: string]: unknown };

/** What can go wrong anywhere, by status: the words of a problem are made for the case. */
const problems: Record<number, string> = {
  400: "The request cannot be read, or its Idempotency-Key is missing or malformed",
  401: "No token, or it is no longer valid",
  403: "The token's user lacks the right",
  404: "There is no such thing, or it is not visible to you",
  409: "A request with the same Idempotency-Key is still running",
  412: "If-Match names a version that is no longer the current one",
  413: "The body is too large",
  422: "Bad input, or the business refuses: one entry in errors for each reason, with its pointer",
  428: "The record exists: send the ETag you read as If-Match",
  429: "Too many requests: wait Retry-After seconds",
  503: "Nothing can be written just now: repeat after Retry-After with the same key",
};

/** OpenAPI 3.1, made from the very schemas that parse the requests. */
export function describeApi(routes: readonly Route[], server: string, version: string): Json {
  const paths: Record<string, Json> = {};
  for (const each of routes.filter(({ path }) => path.startsWith(`${api}/`))) {
    const path = each.path.slice(api.length).replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [each.method.toLowerCase()]: operation(each) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Quanyu",
      version,
      description: "Orders, stock, prices and accounts of the Quanyu sales platform. " +
        "Money is an integer of minor units with its currency; times are UTC; lists page by cursor " +
        'with Link rel="next".',
    },
    servers: [{ url: server + api }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
      schemas: { Problem: problemSchema },
    },
  };
}

const problemSchema = {
  type: "object",
  description: "RFC 9457",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string", description: "A code for programs" },
    status: { type: "integer" },
    detail: { type: "string", description: "Words for people, in the language of Accept-Language" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["code", "detail"],
        properties: {
          pointer: { type: "string", description: "A JSON pointer into the body" },
          code: { type: "string" },
          detail: { type: "string" },
        },
      },
    },
  },
};

function operation(each: Route): Json {
  const { method, path, resource, action, summary, body, raw, creates } = each;
  const isOpen = resource === "door";
  return {
    operationId: `${method.toLowerCase()}${path.slice(api.length).replaceAll(/[^\w]+/g, "_")}`,
    summary: summary ?? `${resource} ${action}`,
    tags: [resource],
    ...(isOpen ? { security: [] } : { "x-right": `${resource}.${action}` }),
    parameters: [...pathParameters(path), ...queryParameters(each.query), ...headers(each)],
    ...(body ? { requestBody: { required: true, content: content(body, "input") } } : {}),
    ...(raw ? { requestBody: { required: true, content: { "text/csv": {} } } } : {}),
    responses: { ...success(each), ...failures(each) },
    ...(creates ? { description: "Repeat it with the same Idempotency-Key: done once." } : {}),
  };
}

function content(schema: z.ZodType, io: "input" | "output"): Json {
  const described = jsonSchema(schema, io);
  const media = { schema: described, example: exampleOf(described) };
  return { "application/json": media };
}

/** What JSON cannot say (a custom check) is left out; the server still checks it. */
function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    reused: "inline",
  });
  return described as Json;
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(query: z.ZodType | undefined): Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = jsonSchema(query, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

function headers({ creates, method }: Route): Json[] {
  const header = (name: string, required: boolean, description: string) => ({
    name,
    in: "header",
    required,
    description,
    schema: { type: "string" },
  });
  if (creates) return [header("Idempotency-Key", true, "8 to 200 visible ASCII characters")];
  if (method === "PUT") return [header("If-Match", false, "The ETag read, to change what exists")];
  return [];
}

function success({ creates, method, replies }: Route): Json {
  const answer = (description: string) => ({
    description,
    ...(replies ? { content: content(replies, "output") } : {}),
  });
  if (creates) return { 201: answer("Created") };
  if (method === "PUT") return { 200: answer("Updated"), 201: answer("Created") };
  return { 200: answer("Done") };
}

function failures({ resource, method, path, creates, body, query }: Route): Json {
  const isOpen = resource === "door";
  const statuses = [
    ...(creates ? [400, 409] : []),
    ...(isOpen ? [] : [401, 403, 429]),
    ...(path.includes(":") ? [404] : []),
    ...(body ? [413] : []),
    ...(body || query ? [422] : []),
    ...(method === "PUT" ? [412, 428] : []),
    ...(method === "GET" ? [] : [503]),
  ];
  const reference = { schema: { $ref: "#/components/schemas/Problem" } };
  return Object.fromEntries(
    statuses.map((status) => [status, {
      description: problems[status],
      content: { "application/problem+json": reference },
    }]),
  );
}

const DescriptionReply = z.looseObject({
  openapi: z.string().meta({ examples: ["3.1.0"] }),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.unknown()),
});

/** The routes come in as a function: the table of contents that lists them lists this one, too. */
export function openApiRoute(routes: () => readonly Route[]): Route {
  let made: unknown;
  return route({
    method: "GET",
    path: "/api/v1/openapi.json",
    resource: "door",
    action: "enter",
    summary: "This description",
    replies: DescriptionReply,
    handle: ({ house }) => json(made ??= describeApi(routes(), house.config.origin, house.version)),
  });
}
