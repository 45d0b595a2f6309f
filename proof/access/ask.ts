import { origin, ownForm } from "~/routes/_entry/testing.ts";
import type { Cell } from "./expected.ts";
import type { Planted } from "./plant_people.ts";
import type { PrincipalName } from "./principals.ts";
import { type Ask, requests } from "./requests.ts";
import type { Thing } from "./things.ts";
import { changedTables, forget, mayChange, watch } from "./watch.ts";
import type { World } from "./world.ts";
import type { Tells } from "./leaks.ts";

export type Answer = { status: string; text: string; leaks: string[]; changed: string[] };

/** Asks the cells' questions of one world and looks at what comes back. */
export class Asker {
  #watched: unknown = null;
  #keys = 0;
  sent = 0;

  constructor(readonly world: World, readonly tells: Tells) {}

  /** Plain, and for a page once more as htmx asks for it. */
  async ask(cell: Cell): Promise<Answer[]> {
    const answers = await this.askPlainly(cell);
    const isPage = cell.route.startsWith("GET ") && !cell.route.startsWith("GET /api/");
    if (isPage) answers.push(...await this.askPlainly(cell, { "hx-request": "true" }));
    return answers;
  }

  async askPlainly({ route, principal, relation }: Cell, more = {}): Promise<Answer[]> {
    const ask = requests[route]!(this.thing(principal, relation), principal);
    return [await this.send(route, ask, principal, more)];
  }

  /** What has changed up to now was meant to. */
  accept(): void {
    forget(this.world.engine.writer.connection);
  }

  thing(principal: PrincipalName, relation: Cell["relation"]): Thing {
    const { things } = this.world;
    const side = principal === "anonymous" ? things.dealer_buyer : things[principal];
    return side[relation ?? "own"];
  }

  async send(
    route: string,
    ask: Ask,
    principal: PrincipalName,
    more: Record<string, string> = {},
  ): Promise<Answer> {
    const { world } = this;
    this.sent++;
    if (this.#watched !== world.engine) {
      watch(world.engine.writer.connection);
      this.#watched = world.engine;
    }
    const self = principal === "anonymous" ? undefined : world.planting.principals[principal];
    const { path, init } = this.#request(route, ask, self);
    Object.assign(init.headers, more);
    const response = await world.request(path, init);
    const isTable = /^text\/csv/.test(response.headers.get("content-type") ?? "");
    const body = await response.text();
    // A comma ends a cell of a file, and elsewhere groups the digits of one number.
    const text = isTable ? body.replaceAll(",", " ") : body;
    const heads = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
    const question = `${path} ${init.body ?? ""}`;
    const leaks = this.tells.in(`${heads}\n${text}`, question, { like: principal, self });
    const changed = changedTables(world.engine.writer.connection);
    if (changed.length > 0) await world.restore();
    return { status: statusOf(path, response), text, leaks, changed };
  }

  #request(route: string, ask: Ask, self?: Planted) {
    const [method, pattern] = route.split(" ") as [string, string];
    const query = ask.query ? `?${new URLSearchParams(ask.query)}` : "";
    const filled = pattern.replace(/:(\w+)/g, (_, name) => encodeURIComponent(ask.path![name]!));
    const isApi = pattern.startsWith("/api/");
    const headers: Record<string, string> = { origin, ...ask.headers };
    if (isApi && self) headers.authorization = `Bearer ${self.bearer}`;
    else if (self && self.cookie) headers.cookie = self.cookie;
    else if (self) headers.authorization = `Bearer ${self.bearer}`;
    if (method === "GET") return { path: filled + query, init: { method, headers } };
    if (isApi) {
      headers["content-type"] = "application/json";
      headers["idempotency-key"] = `matrix-${++this.#keys}`;
      const body = JSON.stringify(ask.json ?? {});
      return { path: filled + query, init: { method, headers, body } };
    }
    Object.assign(headers, ownForm, ask.headers);
    const body = ask.raw ??
      String(formOf({ idempotency_key: `matrix-${++this.#keys}`, ...ask.form }));
    return { path: filled + query, init: { method, headers, body } };
  }
}

function formOf(fields: NonNullable<Ask["form"]>): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one);
  }
  return body;
}

/** Being sent to the sign-in page is the pages' word for 401. */
function statusOf(path: string, response: Response): string {
  const to = response.headers.get("location") ?? response.headers.get("hx-redirect");
  if (to === null) return String(response.status);
  const isDoor = /^\/session(\?back=|$)/.test(to) && !path.startsWith("/session");
  return isDoor ? "401" : "303";
}

export const denials = ["401", "403", "404"];

/** What is wrong with the answers to a cell; nothing is as it should be. */
export function wrongIn(cell: Cell, answers: readonly Answer[]): string[] {
  return answers.flatMap(({ status, leaks, changed }) => {
    const isRead = cell.route.startsWith("GET ");
    const expected = cell.expected.replace("=", "");
    const mustNotChange = isRead || denials.includes(status) || cell.expected !== expected;
    const wrongly = mustNotChange ? changed.filter((table) => !mayChange.includes(table)) : [];
    return [
      ...(status === expected ? [] : [`${status} instead of ${cell.expected}`]),
      ...leaks.map((leak) => `shows ${leak}`),
      ...wrongly.map((table) => `${status} changed ${table}`),
    ];
  });
}
