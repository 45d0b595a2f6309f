import { createApp } from "~/routes/_entry/app.ts";
import type { House } from "~/routes/_entry/house.ts";
import type { LogLine } from "~/db/_engine/log.ts";
import { openHouse } from "~/routes/_entry/open_house.ts";
import { Passwords } from "~/routes/_entry/password.ts";
import { ownForm, testConfig } from "~/routes/_entry/testing.ts";
import { routes } from "~/routes/mod.ts";
import { type Engine, openEngine } from "~/db/_engine/engine.ts";
import { runInvariants } from "~/db/_engine/invariants.ts";
import type { Bindable } from "~/db/_engine/native.ts";
import type { Seams } from "~/db/_engine/seams.ts";
import { testClock, testSeams } from "~/db/_engine/testing.ts";
import { Planter } from "~/db/seed/planter.ts";
import { writers } from "~/db/writers.ts";
import type { Hono } from "hono";
import { plantDealers, plantHouse, plantStock } from "./plant_house.ts";
import { type Planted, plantPeople, type Staffed } from "./plant_people.ts";
import { type PlantedOrder, Trade, type Traded } from "./plant_trade.ts";
import { importOf, products } from "./requests/import.ts";
import type { Known } from "./principals.ts";
import { type DealerKey, dealerKeys } from "./tenants.ts";
import { everythingOf, type Things } from "./things.ts";

const now = "2026-03-02T02:00:00.000Z";
/** The house lets a person open 60 pages at a stroke; the matrix asks more, of an app made anew. */
const requestsOfOneApp = 40;

export type Planting = Staffed & {
  trade: Record<DealerKey, Traded>;
  /** The order that each of these placed, for the dealer or on its behalf. */
  own: Partial<Record<Known, PlantedOrder>>;
  ownDraft: Partial<Record<Known, string>>;
};

/** A world on a real file: planted once, thrown back to that moment whenever a request has changed it. */
export class World implements AsyncDisposable {
  house!: House & { app: Hono };
  readonly lines: LogLine[] = [];
  /** The tables that statements have named since this was last emptied. */
  readonly touched = new Set<string>();
  #asked = 0;
  #opened = 0;

  private constructor(
    readonly folder: string,
    readonly seams: Seams,
    readonly planting: Planting,
    readonly things: Things,
  ) {}

  static async plant(): Promise<World> {
    const folder = await Deno.makeTempDir({ prefix: "quanyu-access-" });
    const seams = testSeams(testClock(now));
    const engine = openEngine({ path: `${folder}/planted.db`, writers, seams });
    const planting = await plantAll(engine);
    const broken = runInvariants(engine.read, { now, waiting: false });
    if (broken.length > 0) throw new Error(`a broken world: ${JSON.stringify(broken)}`);
    const things = everythingOf(engine, planting);
    engine.writer.connection.exec("pragma wal_checkpoint(truncate)");
    await engine.close();
    const world = new World(folder, seams, planting, things);
    world.#open();
    await world.#upload();
    return world;
  }

  get engine(): Engine {
    return this.house.engine;
  }

  async request(path: string, init: RequestInit): Promise<Response> {
    if (++this.#asked % requestsOfOneApp === 0) {
      this.house.app = createApp(this.house, routes);
    }
    return await this.house.app.request(path, init, { remoteAddr: { hostname: "203.0.113.7" } });
  }

  /** Who knocks is known already, so that what follows is read for the answer alone. */
  meet({ cookie, bearer }: Planted): void {
    this.house.principals.bySession(cookie.split("=")[1] ?? "");
    this.house.principals.byToken(bearer);
    this.touched.clear();
  }

  /** As it was planted. */
  async restore(): Promise<void> {
    const { path } = this.engine;
    await this.engine.close();
    this.#open();
    Deno.removeSync(path);
  }

  /** The operator hands in a file; it lies beside the database and stays when that is thrown back. */
  async #upload(): Promise<void> {
    const { cookie } = this.planting.principals.operator;
    const { body, headers } = importOf("products", products);
    const reply = await this.request("/import", {
      method: "POST",
      body,
      headers: { ...ownForm, ...headers, cookie },
    });
    const id = reply.headers.get("location")?.split("/").pop() ?? "none";
    for (const things of Object.values(this.things)) {
      for (const thing of Object.values(things)) thing.upload = id;
    }
  }

  /** Under a new name each time: the driver may still hold the file that was closed. */
  #open(): void {
    const path = `${this.folder}/${++this.#opened}.db`;
    Deno.copyFileSync(`${this.folder}/planted.db`, path);
    const engine = openEngine({ path, writers, seams: this.seams });
    listenTo(engine.read, this.touched);
    listenTo(engine.writer.connection, this.touched);
    this.house = openHouse({
      config: { ...testConfig, dataFolder: this.folder, apiPerSecond: 1_000_000 },
      engine,
      passwords: new Passwords({ logN: 4, r: 8, p: 1 }),
      log: (line) => void this.lines.push(line),
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.engine.close();
    await Deno.remove(this.folder, { recursive: true });
  }
}

type Statements = { all<Row>(sql: string, params?: readonly Bindable[]): Row[] };
const tablesIn = new Map<string, string[]>();

/** Notes the tables each statement names. */
function listenTo(connection: Statements, touched: Set<string>): void {
  const all = connection.all.bind(connection);
  connection.all = <Row>(sql: string, params?: readonly Bindable[]) => {
    const tables = tablesIn.getOrInsertComputed(
      sql,
      () => [...sql.matchAll(/\b(?:from|join) "?(\w+)/g)].map(([, name]) => name!),
    );
    tables.forEach((table) => touched.add(table));
    return all<Row>(sql, params);
  };
}

async function plantAll(engine: Engine): Promise<Planting> {
  const planter = new Planter(engine);
  await plantHouse(planter);
  await plantDealers(planter);
  await plantStock(planter);
  const hash = await new Passwords({ logN: 4, r: 8, p: 1 }).hash("桂花乌龙茶-2026");
  const staffed = await plantPeople(planter, hash);
  const desk = new Trade(planter);
  const trade = {} as Record<DealerKey, Traded>;
  for (const dealer of dealerKeys) {
    trade[dealer] = await desk.plant(dealer, staffed.buyers[dealer]);
  }
  const own: Planting["own"] = {};
  const ownDraft: Planting["ownDraft"] = {};
  const ordering = ["dealer_approver", "dealer_owner", "dealer_client"] as const;
  for (const known of [...ordering, "sales", "operator", "house_client"] as const) {
    own[known] = await desk.order("a", staffed.principals[known], "planned");
  }
  for (const dealer of dealerKeys) {
    const { orders } = trade[dealer];
    orders.awaiting_company = await desk.order(dealer, staffed.buyers[dealer], "awaiting_company");
  }
  for (const known of ordering) {
    ownDraft[known] = await desk.draft("a", staffed.principals[known]);
  }
  await desk.relay.wake();
  return { ...staffed, trade, own, ownDraft };
}
