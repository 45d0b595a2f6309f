import type { Hono } from "hono";
import type { z } from "zod";
import { type TestClock, type TestEngine, testEngine } from "~/db/_engine/testing.ts";
import { writers } from "~/db/writers.ts";
import { Secret } from "~/domain/_kernel/secret.ts";
import type { OrganisationId, PartnerId, UserId } from "~/domain/_kernel/id.ts";
import type { Role } from "~/domain/platform/rights.ts";
import { routes } from "~/routes/mod.ts";
import type { Config } from "./config.ts";
import type { House } from "./house.ts";
import type { LogLine } from "~/db/_engine/log.ts";
import { openHouse } from "./open_house.ts";
import { Passwords } from "./password.ts";
import { sessionCookie } from "./session.ts";

export const origin = "http://127.0.0.1:8000";
export const password = "桂花乌龙茶-2026";

export type TestHouse = House & AsyncDisposable & {
  app: Hono;
  engine: TestEngine;
  clock: TestClock;
  /** What the house has logged. */
  lines: LogLine[];
};

export const testConfig: Config = {
  host: "127.0.0.1",
  port: 8000,
  dataFolder: "./data",
  databasePath: "",
  kvPath: null,
  origin,
  trustedProxy: null,
  seed: "none",
  production: true,
  samplePasswords: false,
  apiPerSecond: 200,
  log: "errors",
};

/** `await using house = await testHouse()`: the whole application over a real file, its passwords hashed cheaply. */
export async function testHouse(
  { config = {}, passwords = new Passwords({ logN: 4, r: 8, p: 1 }), shareMs }: {
    config?: Partial<Config>;
    passwords?: Passwords;
    shareMs?: () => number;
  } = {},
): Promise<TestHouse> {
  const engine = await testEngine({ writers });
  const lines: LogLine[] = [];
  const house = openHouse({
    config: { ...testConfig, dataFolder: engine.folder, ...config },
    engine,
    passwords,
    log: (line) => void lines.push(line),
    shareMs,
  });
  checkReplies(house.app);
  return {
    ...house,
    engine,
    clock: engine.clock,
    lines,
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

/** Whatever a test asks the API, a good answer keeps to the schema that describes it. */
export function checkReplies(app: Hono): void {
  const ask = app.request;
  app.request = async (input, init, ...rest) => {
    const reply = await ask(input, init, ...rest);
    const { pathname } = new URL(input instanceof Request ? input.url : String(input), origin);
    const method = init?.method ?? (input instanceof Request ? input.method : "GET");
    if (reply.ok && pathname.startsWith("/api/v1/")) {
      const described = replyOf(method, pathname);
      const { error } = described.safeParse(await reply.clone().json());
      if (error) throw new Error(`${method} ${pathname} is not what is described: ${error}`);
    }
    return reply;
  };
}

function replyOf(method: string, path: string): z.ZodType {
  const isIt = (pattern: string) =>
    new RegExp(`^${pattern.replaceAll(/:\w+/g, "[^/]+")}$`).test(path);
  const route = routes.find((each) => each.method === method && isIt(each.path));
  if (!route?.replies) throw new Error(`${method} ${path} answers what nothing describes`);
  return route.replies;
}

export type NewUser = {
  login: string;
  roles: readonly Role[];
  name?: string;
  dealerId?: string | null;
  organisationId?: string | null;
  regionIds?: readonly string[];
  nodeIds?: readonly string[];
};

/** Somebody with the password of all tests, made on the same path as everybody: invited, then set. */
export async function addUser(house: TestHouse, user: NewUser): Promise<UserId> {
  const { engine, passwords } = house;
  const { login, roles, name = login, dealerId = null, organisationId = null } = user;
  const { regionIds = [], nodeIds = [] } = user;
  const subject = engine.seams.newId() as UserId;
  const passwordHash = new Secret(await passwords.hash(password));
  await engine.transact({
    action: "test.user",
    author: engine.author,
    scope: { kind: "all" },
    load: () => null,
    decide: () => ({
      ok: true,
      events: [
        {
          type: "UserInvited",
          subject,
          login,
          name,
          dealerId: dealerId as PartnerId | null,
          organisationId: organisationId as OrganisationId | null,
          language: "zh",
          access: { roles, regionIds, nodeIds },
          link: {
            tokenHash: new Secret(`link ${login}`),
            purpose: "invitation",
            expiresAt: "2099-01-01T00:00:00.000Z",
          },
        },
        { type: "UserPasswordSet", subject, passwordHash, linkHash: null, keepSession: null },
      ],
    }),
  });
  return subject;
}

/** Headers a browser sends with a form of our own pages. */
export const ownForm = {
  "content-type": "application/x-www-form-urlencoded",
  "sec-fetch-site": "same-origin",
};

export type Browser = {
  cookie: string;
  get(path: string, headers?: HeadersInit): Promise<Response>;
  post(path: string, form?: Record<string, string | string[]>): Promise<Response>;
};

/** A browser with this cookie jar; without a name it is a stranger's. */
export function browser({ app }: Pick<TestHouse, "app">, cookie = ""): Browser {
  const env = { remoteAddr: { hostname: "203.0.113.7" } };
  return {
    cookie,
    get: async (path, headers = {}) =>
      await app.request(path, { headers: { cookie, ...headers } }, env),
    post: async (path, form = {}) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(form)) {
        for (const one of [value].flat()) body.append(name, one);
      }
      const init = { method: "POST", body: String(body), headers: { ...ownForm, cookie } };
      return await app.request(path, init, env);
    },
  };
}

/** Signs in through the form and answers the browser that holds the session. */
export async function signIn(house: TestHouse, login: string): Promise<Browser> {
  const reply = await browser(house).post("/session", { login, password });
  const cookie = cookieOf(reply);
  if (reply.status !== 303 || !cookie) throw new Error(`${login} was not let in: ${reply.status}`);
  return browser(house, cookie);
}

export function cookieOf(reply: Response): string {
  const set = reply.headers.getSetCookie().find((line) => line.startsWith(`${sessionCookie}=`));
  return set?.split(";")[0] ?? "";
}

/** The smallest network a dealer can stand in: one organisation, one region, one pool. */
export async function addDealer(
  { engine }: Pick<TestHouse, "engine">,
  { id = "DEALER", code = "D320301", name = "徐州鼎顺商贸" } = {},
): Promise<PartnerId> {
  await engine.writer.write((tx) => {
    const isFirst = tx.all("select 1 from organisation").length === 0;
    if (isFirst) {
      const names = { name_zh: "清屿饮品", name_en: "Qingyu Beverages", version: 1 };
      tx.insert("organisation", {
        id: "ORGANISATION",
        code: "QY",
        ...names,
        parent_id: null,
        currency: "CNY",
        valid_from: "2026-01-01T00:00:00.000Z",
        valid_until: null,
      });
      tx.insert("region", { id: "REGION", code: "HD", ...names, parent_id: null });
      tx.insert("pool", { id: "POOL", code: "HD", ...names, organisation_id: "ORGANISATION" });
    }
    tx.insert("partner", {
      id,
      code,
      kind: "dealer",
      name_zh: name,
      name_en: name,
      grade: null,
      organisation_id: "ORGANISATION",
      region_id: "REGION",
      pool_id: "POOL",
      currency: "CNY",
      phone: null,
      sells: 1,
      stocks: 1,
      ships: 0,
      settles: 1,
      approval_limit_minor: null,
      state: "active",
      search: `${code.toLowerCase()} ${name} xuzhou dingshun xzds`,
      updated_at: engine.seams.now(),
      version: 1,
    });
    return Promise.resolve();
  });
  return id as PartnerId;
}
