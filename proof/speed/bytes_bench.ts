import type { CDPSession } from "playwright-core";
import { journeyHouse } from "~/proof/journey/house.ts";
import { Person } from "~/proof/journey/browser.ts";
import type { Line } from "./line.ts";

type Sent = { total: number; first: number; byFile: Map<string, number> };

const filledRows = 30;

/** Every list a dealer's people have. */
const dealerLists = ["/order", "/catalogue", "/shipment", "/account"];

/** Every list our people have, each by somebody whose work it is. */
const staffLists: Record<string, readonly string[]> = {
  wangjing: ["/order", "/approval", "/partner", "/partner/network", "/dealer-chooser"],
  lizhuo: ["/stock", "/node", "/pool", "/fulfilment", "/shipment", "/rate-card"],
  zhaolan: ["/account", "/receipt", "/journal", "/credit", "/price-list"],
  chenmin: ["/product", "/category", "/organisation", "/region", "/user", "/audit"],
};

/** Bytes on the wire as Chromium counts them, headers and all, with nothing kept from before. */
export async function benchBytes(): Promise<Line[]> {
  await using house = await journeyHouse("demo_zh");
  if (!house) return [];
  const { browser, url } = house;
  const at = (login: string) =>
    openAs(Person.at(browser, url, { width: 1280, scripts: true }), login);
  const sales = await at("wangjing");
  const codes = await someCodes(sales);
  await sales.leave();
  const buyer = await at("dingshun.buyer");
  const rows = await fillPad(buyer, codes);
  const pad = await coldBytes(buyer, "/order/pad");
  const actions = await padActions(buyer);
  const ofDealer = await coldLists(buyer, "dealer_list_cold", dealerLists);
  await buyer.leave();
  const ofStaff: Line[] = [];
  for (const [login, lists] of Object.entries(staffLists)) {
    const person = await at(login);
    ofStaff.push(...await coldLists(person, "staff_list_cold", lists));
    await person.leave();
  }
  const scripts = scriptBytes(pad.byFile);
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
    bytes("htmx", scripts.htmx, "on the wire, with headers"),
    bytes("own_script", scripts.own, "of the pad, on the wire, with headers, goal at most 4096"),
    ...ofDealer,
    worst("dealer_list_cold_worst", ofDealer, "goal at most 30000"),
    ...ofStaff,
    worst("staff_list_cold_worst", ofStaff, "goal at most 55000"),
  ];
}

function bytes(name: string, value: number, input: string): Line {
  return { name, value, unit: "B", input };
}

async function coldLists(person: Person, name: string, lists: readonly string[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const path of lists) lines.push(bytes(name, (await coldBytes(person, path)).total, path));
  return lines;
}

function worst(name: string, lines: readonly Line[], goal: string): Line {
  const found = lines.reduce((a, b) => b.value > a.value ? b : a);
  return bytes(name, found.value, `${found.input}, ${goal}`);
}

function scriptBytes(byFile: ReadonlyMap<string, number>): { htmx: number; own: number } {
  const scripts = [...byFile].filter(([file]) => file.endsWith(".js"));
  const sum = (isWanted: (file: string) => boolean) =>
    scripts.filter(([file]) => isWanted(file)).reduce((total, [, size]) => total + size, 0);
  const isHtmx = (file: string) => file.startsWith("htmx");
  return { htmx: sum(isHtmx), own: sum((file) => !isHtmx(file)) };
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
  const byFile = network.byFile();
  await network.end();
  return { first, total: rest.reduce((sum, size) => sum + size, first), byFile };
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
  const files = new Map<string, string>();
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  session.on("Network.requestWillBeSent", ({ requestId, request }) => {
    sizes.set(requestId, 0);
    files.set(requestId, new URL(request.url).pathname.split("/").at(-1)!);
  });
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
  const byFile = () => new Map([...sizes].map(([id, size]) => [files.get(id)!, size]));
  return { sizes: () => [...sizes.values()], byFile, last, end: () => session.detach() };
}

if (import.meta.main) {
  for (const line of await benchBytes()) console.log(JSON.stringify(line));
}
