import type { Browser, Page } from "playwright-core";
import { type Device, Person } from "./browser.ts";
import { journeyHouse } from "./house.ts";

type Scene = {
  name: string;
  login?: string;
  path: string;
  /** Steps on from the page: into the first row, or to fill the pad. */
  then?: (person: Person) => Promise<void>;
};
type Look = Device & { theme: "light" | "dark" };

const follow = (selector: string) => async ({ page, url }: Person) => {
  const href = await page.locator(selector).first().getAttribute("href", { timeout: 3_000 });
  await page.goto(url + href);
};

const scenes: readonly Scene[] = [
  { name: "sign-in", path: "/session" },
  { name: "home-dealer", login: "dingshun.buyer", path: "/" },
  { name: "pad", login: "dingshun.buyer", path: "/order/pad", then: fillPad },
  { name: "orders-dealer", login: "dingshun.buyer", path: "/order" },
  {
    name: "order-dealer",
    login: "dingshun",
    path: "/order",
    then: follow("td a[href^='/order/SO']"),
  },
  { name: "account", login: "dingshun", path: "/account/D-1001" },
  { name: "approval-dealer", login: "dingshun.approver", path: "/approval" },
  { name: "home-staff", login: "wangjing", path: "/" },
  { name: "orders-staff", login: "wangjing", path: "/order" },
  { name: "order", login: "wangjing", path: "/order", then: follow("td a[href^='/order/SO']") },
  { name: "approval", login: "wangjing", path: "/approval" },
  { name: "stock", login: "wangjing", path: "/stock" },
  { name: "products", login: "wangjing", path: "/product" },
  { name: "price", login: "wangjing", path: "/price?dealer=D-1001&sku=W-0550-24&quantity=50" },
  { name: "network", login: "wangjing", path: "/partner/network" },
  { name: "fulfilments", login: "lizhuo", path: "/fulfilment" },
  {
    name: "fulfilment",
    login: "lizhuo",
    path: "/fulfilment",
    then: follow("td a[href^='/fulfilment/']"),
  },
  { name: "accounts", login: "zhaolan", path: "/account" },
  { name: "receipts", login: "zhaolan", path: "/receipt" },
  { name: "receipt-new", login: "zhaolan", path: "/receipt/new?dealer=D-1001" },
  { name: "users", login: "chenmin", path: "/user" },
  { name: "system", login: "chenmin", path: "/system" },
  { name: "audit", login: "sunhao", path: "/audit" },
  { name: "not-found", login: "wangjing", path: "/order/SO-1999-000001" },
];

const looks: readonly Look[] = [
  { width: 1280, theme: "light", scripts: true },
  { width: 1280, theme: "dark", scripts: true },
  { width: 360, theme: "light", scripts: true },
  { width: 360, theme: "dark", scripts: true },
  { width: 1280, theme: "light", scripts: true, lang: "en" },
  { width: 360, theme: "light", scripts: true, lang: "en" },
];

/** More lines to the order somebody left, one of which is above what is in stock. */
async function fillPad(person: Person): Promise<void> {
  const { page } = person;
  if (await page.locator("tbody[id^=line-]").count() < 8) {
    const rows = page.locator("details.in summary");
    await rows.last().click();
    await page.fill("[name=paste]", padRows);
    await person.changesPad(() => page.locator("[data-paste]").click());
    await person.go("/order/pad");
  }
}

const padRows = "P-0555-24\t60\nW-1500-12\t36\nAB1-W\t4";
/** The one that README.md shows. */
const shown = { name: "pad-1280-light", file: new URL("shots/pad-1280.png", import.meta.url) };

async function shoot(browser: Browser, url: string, folder: string): Promise<void> {
  for (const look of looks) {
    for (const login of new Set(scenes.map(({ login }) => login))) {
      const person = await Person.at(browser, url, look);
      await person.context.addCookies([{ name: "theme", value: look.theme, url }]);
      if (login) await person.signIn(login);
      for (const scene of scenes.filter((each) => each.login === login)) {
        await person.page.goto(url + scene.path);
        await scene.then?.(person).catch((error) => console.error(scene.name, String(error)));
        const name = nameOf(scene, look);
        await save(person.page, `${folder}/${name}.png`);
        if (name === shown.name) await Deno.copyFile(`${folder}/${name}.png`, shown.file);
      }
      await person.context.close();
    }
  }
}

function nameOf({ name }: Scene, { width, theme, lang }: Look): string {
  return [name, width, theme, lang].filter(Boolean).join("-");
}

async function save(page: Page, path: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.screenshot({ path, fullPage: true });
}

/** `deno run -A proof/journey/shots.ts OUT_FOLDER [URL]`: of a server that runs, or of a demo world of its own. */
if (import.meta.main) {
  const [folder, url] = Deno.args;
  if (!folder) {
    console.error("Name a folder outside the repository: shots.ts OUT_FOLDER [URL]");
    Deno.exit(2);
  }
  await Deno.mkdir(folder, { recursive: true });
  await using house = await journeyHouse(url ? "none" : "demo_zh");
  if (house) await shoot(house.browser, url ?? house.url, folder);
}
