import type { CDPSession } from "playwright-core";
import { journeyHouse } from "~/proof/journey/house.ts";
import { Person } from "~/proof/journey/browser.ts";

export type Line = { name: string; value: number; unit: string; input: string };
type Sent = { total: number; first: number };

const filledRows = 30;

/** Bytes on the wire as Chromium counts them, headers and all, with nothing kept from before. */
export async function benchBytes(): Promise<Line[]> {
  await using house = await journeyHouse("demo_zh");
  if (!house) return [];
  const { browser, url } = house;
  const at = (login: string) =>
    openAs(Person.at(browser, url, { width: 1280, scripts: true }), login);
  const sales = await at("wangjing");
  const staffList = await coldBytes(sales, "/order");
  const codes = await someCodes(sales);
  await sales.leave();
  const buyer = await at("dingshun.buyer");
  const rows = await fillPad(buyer, codes);
  const pad = await coldBytes(buyer, "/order/pad");
  const actions = await padActions(buyer);
  const dealerLists = await coldBytes(buyer, "/order");
  await buyer.leave();
  const bytes = (name: string, value: number, input: string) => ({ name, value, unit: "B", input });
  return [
    bytes("pad_cold", pad.total, `order pad, ${rows} rows in Chinese`),
    bytes("pad_first_html", pad.first, `order pad, ${rows} rows in Chinese`),
    bytes("pad_change_quantity", actions.change.body, `one quantity of ${rows} rows, body`),
    bytes(
      "pad_change_quantity_wire",
      actions.change.total,
      `one quantity of ${rows} rows, with headers`,
    ),
    bytes("pad_add_line", actions.add.body, `one line to ${rows} rows, body`),
    bytes("pad_add_line_wire", actions.add.total, `one line to ${rows} rows, with headers`),
    bytes("dealer_list_cold", dealerLists.total, "orders of a dealer"),
    bytes("staff_list_cold", staffList.total, "orders of a region"),
  ];
}

async function openAs(opening: Promise<Person>, login: string): Promise<Person> {
  const person = await opening;
  await person.signIn(login);
  return person;
}

/** Thirty products of the list as rows of a spreadsheet, in place of whatever was on the pad. */
async function fillPad(person: Person, codes: readonly string[]): Promise<number> {
  const { page } = person;
  await person.go("/order/pad");
  const box = page.locator("details").filter({ has: page.locator("[name=paste]") });
  await box.locator("summary").click();
  const clear = page.locator("button[name=clear]");
  if (await clear.count() > 0) await person.changesPad(() => clear.click());
  await page.fill("[name=paste]", codes.map((code) => `${code}\t2`).join("\n"));
  await person.changesPad(() => page.locator("[data-paste]").click());
  return await page.locator("tbody[id^=line-]").count();
}

async function someCodes(person: Person): Promise<string[]> {
  await person.go("/product?state=on_sale");
  const links = await person.page.locator("main a[href^='/product/']").evaluateAll((found) =>
    found.map((link) => decodeURIComponent(link.getAttribute("href")!.split("/").at(-1)!))
  );
  return [...new Set(links)].filter((code) => code.includes("-")).slice(0, filledRows);
}

async function coldBytes(person: Person, path: string): Promise<Sent> {
  const network = await counted(person);
  await person.go(path);
  await person.page.waitForLoadState("networkidle");
  const [first = 0, ...rest] = network.sizes();
  await network.end();
  return { first, total: rest.reduce((sum, size) => sum + size, first) };
}

async function padActions(person: Person): Promise<{ change: Answer; add: Answer }> {
  const { page } = person;
  await person.go("/order/pad");
  const cell = page.locator("[name^='quantity.']").nth(3);
  const adding = page.locator("#pad-add");
  await cell.fill("7");
  const change = await answerTo(person, () => cell.blur());
  await adding.fill("AK2-W");
  const add = await answerTo(person, () => adding.blur());
  return { change, add };
}

type Answer = { body: number; total: number };

/** The answer to one action: its compressed body, and that with its headers. */
async function answerTo(person: Person, act: () => Promise<void>): Promise<Answer> {
  const network = await counted(person);
  const answered = person.page.waitForResponse((each) => each.request().method() === "POST");
  await act();
  await (await answered).finished();
  await person.page.waitForTimeout(300);
  const { body, total } = network.last();
  await network.end();
  return { body, total };
}

/** What each response weighed, in the order they were asked for. */
async function counted(person: Person) {
  const session: CDPSession = await person.context.newCDPSession(person.page);
  const sizes = new Map<string, number>();
  const heads = new Map<string, number>();
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  session.on("Network.requestWillBeSent", ({ requestId }) => sizes.set(requestId, 0));
  session.on(
    "Network.responseReceived",
    ({ requestId, response }) => heads.set(requestId, response.encodedDataLength),
  );
  session.on(
    "Network.loadingFinished",
    ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength),
  );
  const last = () => {
    const [id, total] = [...sizes].at(-1) ?? ["", 0];
    return { total, body: total - (heads.get(id) ?? 0) };
  };
  return { sizes: () => [...sizes.values()], last, end: () => session.detach() };
}

if (import.meta.main) {
  for (const line of await benchBytes()) console.log(JSON.stringify(line));
}
