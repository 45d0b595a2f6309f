import process from "node:process";
import type { Hono } from "hono";
import { testClock, testSeams } from "~/db/_engine/testing.ts";
import { encodeId } from "~/domain/_kernel/id.ts";
import { proofFolder } from "~/proof/_kit/folder.ts";
import { openHouse } from "~/routes/_entry/open_house.ts";
import { sessionCookie } from "~/routes/_entry/session.ts";
import { testConfig } from "~/routes/_entry/testing.ts";
import { listViews, type View } from "./list_views.ts";
import { buildManyOrders } from "./many_orders/build.ts";
import { benchNow, tokenOf, viewers } from "./many_orders/people.ts";

export type Line = { name: string; value: number; unit: string; input: string };
type Measured = { viewer: string; view: string; few: Times; many: Times; sameRows: boolean };
/** `cpuMs`: what the processor worked, which a busy machine does not lengthen. */
type Times = { p50Ms: number; p99Ms: number; cpuMs: number };
type Asked = { tookMs: number; cpuMs: number; html: string };

const [few, many] = [10_000, 1_000_000];
const requests = 200;
const warmUps = 10;
const goalMs = 10;
const goalRatio = 1.3;
const middle = encodeId(Date.parse("2025-11-22T00:00:00.000Z"), new Uint8Array(10));

/** Server time of the list of orders and of the order page, for each scope and filter, at two sizes. */
export async function* benchLists(
  { sizes = [few, many], folder }: { sizes?: readonly number[]; folder?: string } = {},
): AsyncGenerator<Line> {
  await using place = await proofFolder();
  const paths = folder ? sizes.map((n) => `${folder}/orders_${n}.db`) : await buildManyOrders(
    place.folder,
    sizes,
  );
  const houses = paths.map((path) => house(path));
  const apps = houses.map(({ app }) => app);
  const measured: Measured[] = [];
  for (const viewer of Object.keys(viewers)) {
    for (const view of listViews(middle)) {
      measured.push(await compare(apps, viewer, view.name, () => view));
      yield* linesOf(measured.at(-1)!);
    }
    measured.push(await orderPages(apps, viewer));
    yield* linesOf(measured.at(-1)!);
  }
  for (const { engine } of houses) await engine.close();
  yield* summary(measured);
}

function house(path: string) {
  return openHouse({
    config: { ...testConfig, databasePath: path },
    seams: testSeams(testClock(benchNow)),
    log: () => {},
  });
}

/** Both sizes in turn, so that whatever else the machine does befalls both. */
async function compare(
  apps: readonly Hono[],
  viewer: string,
  name: string,
  viewFor: (size: number, turn: number) => View,
): Promise<Measured> {
  const asked: Asked[][] = apps.map(() => []);
  const rows: number[] = [];
  for (let turn = -warmUps; turn < requests; turn++) {
    for (const [size, app] of apps.entries()) {
      const at = turn + warmUps;
      const answer = await ask(app, viewer, viewFor(size, at), at);
      if (turn >= 0) asked[size]!.push(answer);
      rows[size] = answer.html.split("<tr").length - 1;
    }
  }
  const [few, many] = asked.map(timesOf);
  return { viewer, view: name, few: few!, many: many!, sameRows: rows[0] === rows[1] };
}

async function ask(app: Hono, viewer: string, { path }: View, turn: number): Promise<Asked> {
  const cookie = `${sessionCookie}=${tokenOf(viewer, turn)}`;
  const startedMs = performance.now();
  const cpu = process.cpuUsage();
  const response = await app.request(path, { headers: { cookie } }, {
    remoteAddr: { hostname: "127.0.0.1" },
  });
  const html = await response.text();
  const tookMs = performance.now() - startedMs;
  const { user, system } = process.cpuUsage(cpu);
  if (response.status !== 200) throw new Error(`${viewer} got ${response.status} at ${path}`);
  return { tookMs, cpuMs: (user + system) / 1000, html };
}

/** The pages of the fifty orders on the list's first page. */
async function orderPages(apps: readonly Hono[], viewer: string): Promise<Measured> {
  const numbers: string[][] = [];
  for (const app of apps) {
    const { html } = await ask(app, viewer, { name: "", path: "/order" }, 0);
    const found = html.matchAll(/href="\/order\/(SO-[\d-]+)"/g);
    numbers.push([...new Set([...found].map(([, number]) => number!))]);
  }
  const viewFor = (size: number, turn: number) => ({
    name: "",
    path: `/order/${numbers[size]![turn % numbers[size]!.length]}`,
  });
  return { ...await compare(apps, viewer, "one order", viewFor), sameRows: true };
}

function timesOf(asked: readonly Asked[]): Times {
  const at = (share: number, of: (each: Asked) => number) => {
    const sorted = asked.map(of).sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  };
  return {
    p50Ms: at(0.5, ({ tookMs }) => tookMs),
    p99Ms: at(0.99, ({ tookMs }) => tookMs),
    cpuMs: at(0.5, ({ cpuMs }) => cpuMs),
  };
}

const ratioOf = ({ few, many }: Measured) => many.p50Ms / few.p50Ms;
const cpuRatioOf = ({ few, many }: Measured) => many.cpuMs / few.cpuMs;
const nameOf = ({ view }: Measured) => view === "one order" ? "order_page" : "order_list";
const round = (value: number) => Math.round(value * 100) / 100;

function linesOf(measured: Measured): Line[] {
  const { viewer, view, many, sameRows } = measured;
  const input = `${viewer}, ${view}, 1,000,000 orders`;
  const against = sameRows ? "to 10,000 orders" : "to 10,000 orders, where the page has fewer rows";
  const name = nameOf(measured);
  return [
    { name: `${name}_p50`, value: round(many.p50Ms), unit: "ms", input },
    { name: `${name}_p99`, value: round(many.p99Ms), unit: "ms", input },
    { name: `${name}_cpu`, value: round(many.cpuMs), unit: "ms", input },
    { name: `${name}_cpu_ratio`, value: round(cpuRatioOf(measured)), unit: "x", input },
    {
      name: `${name}_ratio`,
      value: round(ratioOf(measured)),
      unit: "x",
      input: `${input} ${against}`,
    },
  ];
}

function summary(measured: readonly Measured[]): Line[] {
  const equal = measured.filter(({ sameRows }) => sameRows);
  const worst = (
    of: (each: Measured) => number,
    from: readonly Measured[],
    name: string,
    unit: string,
  ) => {
    const found = from.reduce((a, b) => of(b) > of(a) ? b : a);
    return { name, value: round(of(found)), unit, input: `${found.viewer}, ${found.view}` };
  };
  return [
    worst(({ many }) => many.p50Ms, measured, "worst_p50", "ms"),
    worst(({ many }) => many.p99Ms, measured, "worst_p99", "ms"),
    worst(ratioOf, equal, "worst_ratio", "x"),
    worst(({ many }) => many.cpuMs, measured, "worst_cpu", "ms"),
    worst(cpuRatioOf, equal, "worst_cpu_ratio", "x"),
    missed("missed", measured, ({ many }) => many.p50Ms, ratioOf),
    missed("missed_by_cpu", measured, ({ many }) => many.cpuMs, cpuRatioOf),
  ];
}

/** A page with fewer rows at the smaller size is quicker there for that reason alone. */
function missed(
  name: string,
  measured: readonly Measured[],
  msOf: (each: Measured) => number,
  ratio: (each: Measured) => number,
): Line {
  const found = measured.filter((each) =>
    msOf(each) > goalMs || (each.sameRows && ratio(each) > goalRatio)
  );
  const input = found.map(({ viewer, view }) => `${viewer}, ${view}`).join("; ") ||
    `goals: ${goalMs} ms, ${goalRatio} x`;
  return { name, value: found.length, unit: `of ${measured.length}`, input };
}

if (import.meta.main) {
  const [folder] = Deno.args;
  for await (const line of benchLists({ folder })) console.log(JSON.stringify(line));
}
