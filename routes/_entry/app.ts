import { Hono } from "hono";
import { sha256 } from "~/db/_engine/digest.ts";
import { may, type Principal } from "~/domain/platform/principal.ts";
import type { Actions, Resource } from "~/domain/platform/rights.ts";
import { texts } from "~/views/text.ts";
import { failurePage } from "~/views/platform/failure_page.tsx";
import { apiBytes, formBytes, nest, parse, parseJson, readText } from "./body.ts";
import { type Client, clientOf } from "./client.ts";
import { Ctx, isForFragment } from "./context.ts";
import { isFromOurPages } from "./csrf.ts";
import { recordDenial } from "~/db/platform/denials.ts";
import { BadInput, Forbidden, SignInNeeded, Unacceptable } from "./errors.ts";
import { failureOf } from "./failure.ts";
import { faultReason } from "~/db/_engine/log.ts";
import { secure } from "./headers.ts";
import type { House } from "./house.ts";
import { languageOf } from "./language.ts";
import { inputProblem, problem } from "./problem.ts";
import { Shares } from "./rate.ts";
import type { Route } from "./route.ts";
import { bearerOf, readCookie, sessionCookie } from "./session.ts";

type Entry = {
  house: House;
  shares: Shares;
  /** Keys whose request is still running; kept in memory only. */
  running: Set<string>;
  https: boolean;
};

/** Builds the application from its table of contents. Nothing else registers a route. */
export function createApp(house: House, routes: readonly Route[]): Hono {
  const app = new Hono();
  const entry: Entry = {
    house,
    shares: new Shares(house.config.apiPerSecond, house.shareMs),
    running: new Set(),
    https: house.config.origin.startsWith("https:"),
  };
  for (const route of routes) {
    app.on(
      route.method,
      route.path,
      (c) => serve(entry, route, { request: c.req.raw, env: c.env, params: c.req.param() }),
    );
  }
  app.notFound((c) => serve(entry, nothingHere, { request: c.req.raw, env: c.env, params: {} }));
  return app;
}

const nothingHere: Route = {
  method: "GET",
  path: "*",
  resource: "door",
  action: "enter",
  handle: (ctx) => failurePageOrProblem(ctx, { status: 404, code: "not_found" }),
};

type Knock = { request: Request; env: unknown; params: Record<string, string> };

async function serve(
  entry: Entry,
  route: Route,
  { request, env, params }: Knock,
): Promise<Response> {
  const startedMs = performance.now();
  const requestId = entry.house.engine.seams.newId();
  const url = new URL(request.url);
  const client = clientOf(request, env, entry.house.config.trustedProxy);
  const asked: Asked = { request, url, client, params, requestId, visitor: null };
  const response = await attempt(entry, route, asked);
  const fragment = isForFragment(request);
  secure(response.headers, { https: entry.https, kernel: route.kernel, fragment, requestId });
  const ms = performance.now() - startedMs;
  entry.house.metrics.request(`${route.method} ${route.path}`, response.status, ms);
  logRequest(entry.house, route, asked, { status: response.status, ms });
  return response;
}

/** Every request leaves one line, unless the house was told to be quiet. */
function logRequest(
  { config, log }: House,
  { path: route }: Route,
  { request: { method }, requestId, visitor }: Asked,
  { status, ms }: { status: number; ms: number },
): void {
  if (config.log !== "requests") return;
  const userId = visitor?.userId;
  const rounded = Math.round(ms * 100) / 100;
  log({ event: "request", level: "info", requestId, method, route, status, ms: rounded, userId });
}

type Asked = {
  request: Request;
  url: URL;
  client: Client;
  params: Record<string, string>;
  requestId: string;
  /** Who it was, once that is known. */
  visitor: Principal | null;
};

async function attempt(entry: Entry, route: Route, asked: Asked): Promise<Response> {
  const { house } = entry;
  const { request, url, requestId } = asked;
  try {
    const isForeign = !isApi(url) && !isFromOurPages(request, house.config.origin);
    // A cookie that a foreign page sends along is nobody's: its owner must not pay for the request.
    const visitor = asked.visitor = isForeign ? null : identify(entry, request, url);
    entry.shares.take(asked, { isApi: isApi(url) });
    if (isForeign) throw new Forbidden("cross-site request");
    const right = { resource: route.resource, action: route.action };
    permit(route, visitor);
    const read = await readRequest(route, asked);
    const key = keyOf(route, visitor, { ...read, path: url.pathname });
    return await once(entry, key, () => {
      const ctx = new Ctx({
        house,
        ...asked,
        ...read,
        right,
        key,
        lang: languageOf(request, visitor),
      });
      return route.handle(ctx as Ctx<Record<string, string>, unknown, unknown, unknown>);
    });
  } catch (error) {
    const failure = failureOf(error);
    const { visitor } = asked;
    if (failure.status === 403 && visitor) await noteDenial(entry, route, visitor, requestId);
    if (failure.fault !== undefined) reportFault(house, route, requestId, failure.fault);
    const ctx = new Ctx({
      house,
      ...asked,
      query: undefined,
      form: undefined,
      body: undefined,
      right: { resource: route.resource, action: route.action },
      key: null,
      lang: languageOf(request, visitor),
    });
    if (error instanceof BadInput && isApi(url)) return inputProblem(error, ctx.lang);
    if (error instanceof BadInput && route.refill) return await refill(entry, route, ctx, error);
    return failurePageOrProblem(ctx, failure, error instanceof BadInput ? error : undefined);
  }
}

/** The same form with what was typed and words beside the fields; its own failure is told like any other. */
async function refill(
  { house }: Entry,
  route: Route,
  ctx: Ctx,
  input: BadInput,
): Promise<Response> {
  try {
    return await route.refill!(
      ctx as Ctx<Record<string, string>, unknown, unknown, unknown>,
      input,
    );
  } catch (error) {
    const failure = failureOf(error);
    if (failure.fault !== undefined) reportFault(house, route, ctx.requestId, failure.fault);
    return failurePageOrProblem(ctx, failure);
  }
}

function isApi(url: URL): boolean {
  return url.pathname.startsWith("/api/");
}

/** A token speaks for the API, a cookie for the pages. */
function identify({ house }: Entry, request: Request, url: URL): Principal | null {
  const bearer = bearerOf(request);
  if (isApi(url)) return bearer ? house.principals.byToken(bearer) : null;
  const cookie = readCookie(request, sessionCookie);
  return cookie ? house.principals.bySession(cookie) : null;
}

function permit(route: Route, visitor: Principal | null): void {
  if (route.resource === "door") return;
  if (!visitor) throw new SignInNeeded();
  if (!may(visitor, route.resource, route.action as Actions[Resource])) {
    throw new Forbidden(`${route.resource}.${route.action}`);
  }
}

type Read = { query: unknown; form: unknown; body: unknown; text: string; givenKey: string | null };

async function readRequest(route: Route, { request, url }: Asked): Promise<Read> {
  const query = route.query ? parse(route.query, Object.fromEntries(url.searchParams)) : undefined;
  const read: Read = {
    query,
    form: undefined,
    body: undefined,
    text: "",
    givenKey: request.headers.get("idempotency-key"),
  };
  if (route.raw) return read;
  if (route.body) {
    read.text = await readText(request, route.limitBytes ?? apiBytes);
    read.body = parse(route.body, parseJson(read.text));
  } else if (route.form) {
    read.text = await readText(request, route.limitBytes ?? formBytes);
    const fields = nest(new URLSearchParams(read.text));
    if (typeof fields.idempotency_key === "string") read.givenKey = fields.idempotency_key;
    delete fields.idempotency_key;
    read.form = parse(route.form, fields);
  }
  return read;
}

const keyShape = /^[\x21-\x7e]{8,200}$/;

/** A key counts for one address: the same words to two orders are two deeds. */
function keyOf(
  route: Route,
  visitor: Principal | null,
  { givenKey, text, path }: Pick<Read, "givenKey" | "text"> & { path: string },
) {
  if (givenKey === null) {
    if (route.creates) throw new Unacceptable(400, "idempotency_key_missing");
    return null;
  }
  if (!visitor || route.method === "GET") return null;
  if (!keyShape.test(givenKey)) throw new Unacceptable(400, "idempotency_key_malformed");
  return {
    principalId: visitor.userId,
    route: `${route.method} ${path}`,
    key: givenKey,
    bodyHash: sha256(text),
  };
}

type Key = ReturnType<typeof keyOf>;

async function once(
  { running }: Entry,
  key: Key,
  handle: () => Promise<Response> | Response,
): Promise<Response> {
  if (!key) return await handle();
  const name = `${key.principalId} ${key.route} ${key.key}`;
  if (running.has(name)) throw new Unacceptable(409, "request_still_running");
  running.add(name);
  try {
    return await handle();
  } finally {
    running.delete(name);
  }
}

/** Of known people only: a stranger who is refused leaves a line in the log and a count, but no row. */
async function noteDenial(
  { house }: Entry,
  route: Route,
  { userId }: Principal,
  requestId: string,
): Promise<void> {
  const denied = {
    at: house.engine.seams.now(),
    userId,
    method: route.method,
    route: route.path,
    reason: `${route.resource}.${route.action}`,
    requestId,
  };
  await house.engine.writer.write((tx) => recordDenial(tx, denied)).catch(() => {});
}

function reportFault(house: House, route: Route, requestId: string, fault: unknown): void {
  house.log({
    event: "fault",
    level: "error",
    requestId,
    method: route.method,
    route: route.path,
    reason: faultReason(fault),
  });
  if (!house.config.production && fault instanceof Error) console.error(fault.stack);
}

function failurePageOrProblem(
  ctx: Ctx,
  failure: { status: number; code: string; headers?: Record<string, string> },
  input?: BadInput,
): Response {
  const { status, code, headers } = failure;
  if (isApi(ctx.url)) {
    const words = texts(ctx.lang).platform.problems;
    const detail = words[code as keyof typeof words] ?? words.fault;
    return problem(status, code, detail, undefined, headers);
  }
  if (status === 401 && !ctx.isFragment) {
    const here = ctx.url.pathname + ctx.url.search;
    const back = ctx.request.method === "GET" && here !== "/"
      ? `?back=${encodeURIComponent(here)}`
      : "";
    return new Response(null, { status: 303, headers: { location: `/session${back}` } });
  }
  return failurePage(ctx.shell, {
    status,
    requestId: ctx.requestId,
    issues: input?.issues,
    headers,
  });
}
