import { strict as assert } from "node:assert";
import { creditAccounts } from "~/db/policy/credit_accounts.ts";
import { findPartnerRecord, partners } from "~/db/channel/partner_records.ts";
import { Planter } from "~/db/seed/planter.ts";
import { routes } from "~/routes/mod.ts";
import { Asker } from "./ask.ts";
import { type Cell, nameOf, readExpected } from "./expected.ts";
import { tellsOf } from "./leaks.ts";
import { dealerCode } from "./plant_house.ts";
import { Trade } from "./plant_trade.ts";
import { requests } from "./requests.ts";
import { mark, markCode } from "./tenants.ts";
import { World } from "./world.ts";

const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));

/** Sales may look at the stock of every node; operators and auditors at everything. */
const mayNotice = ({ route, principal }: Cell) =>
  ["anonymous", "operator", "auditor"].includes(principal) ||
  principal === "sales" && /\/stock/.test(route);

const asked = readExpected().filter((cell) =>
  known.has(cell.route) && cell.route in requests && cell.route.startsWith("GET ") &&
  cell.expected === "200" && (cell.relation ?? "own") === "own"
);
const readings = asked.filter((cell) => !mayNotice(cell));
const witness = asked.filter(({ route, principal }) =>
  principal === "operator" && route === "GET /api/v1/orders"
);

/** Ids made for the asking (keys of forms, of the request) are new each time. */
const madeAnew = /[0-9A-HJKMNP-TV-Z]{26}/g;

async function read(asker: Asker, cells: readonly Cell[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const cell of cells) {
    const [answer] = await asker.askPlainly(cell);
    texts.set(nameOf(cell), answer!.text.replace(madeAnew, "ID"));
  }
  return texts;
}

/** Another organisation's dealer does business, and a new one joins it. */
async function liveOn({ engine, planting }: World): Promise<void> {
  const planter = new Planter(engine);
  const limit = { amountMinor: 1e12, currency: "CNY" };
  const free = { overLimit: "ignore", overdue: "ignore" } as const;
  await planter.put(creditAccounts, [{ code: dealerCode("d"), limit, termDays: 30, ...free }]);
  const desk = new Trade(planter);
  const buyer = planting.approvers.d;
  await desk.order("d", buyer, "planned");
  const shipped = await desk.order("d", buyer, "shipped");
  await desk.order("d", buyer, "awaiting_dealer");
  await desk.relay.wake();
  await desk.release(shipped.id);
  await desk.deliver("d", await desk.ship("d", shipped.id));
  await desk.pay("d", 4200, markCode("d", "BANK-2"));
  await desk.draft("d", buyer);
  await desk.relay.wake();
  const { record } = findPartnerRecord(engine.asSystem("a proof copies"), dealerCode("d"))!;
  await planter.put(partners, [{
    ...record,
    code: markCode("d", "D2"),
    nameZh: mark("d", "二店"),
  }]);
  await planter.user({
    login: "tnt41-new",
    name: mark("d", "新人"),
    roles: ["dealer_buyer"],
    dealerCode: dealerCode("d"),
  });
}

Deno.test("what a stranger does changes no page, list, count or sum that others see", async () => {
  await using world = await World.plant();
  const asker = new Asker(world, tellsOf(world));
  const before = await read(asker, readings);
  const seenBefore = await read(asker, witness);
  await liveOn(world);
  asker.accept();
  const after = await read(asker, readings);
  assert.notDeepEqual(await read(asker, witness), seenBefore, "an operator sees that it happened");
  const noticed = [...before].filter(([name, text]) => after.get(name) !== text);
  assert.deepEqual(
    noticed.map(([name, text]) => `${name}: ${firstDifference(text, after.get(name)!)}`),
    [],
  );
  console.log(`${readings.length} answers, twice`);
});

function firstDifference(before: string, after: string): string {
  let at = 0;
  while (before[at] === after[at]) at++;
  return `…${before.slice(Math.max(0, at - 60), at + 40)}… became …${after.slice(at, at + 40)}…`;
}
