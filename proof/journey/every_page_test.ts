import { strict as assert } from "node:assert";
import { setTimeout as delay } from "node:timers/promises";
import { sampleUsers } from "~/db/seed/sample_users.ts";
import { routes } from "~/routes/mod.ts";
import { Person } from "./browser.ts";
import { journeyHouse } from "./house.ts";

const devices = [
  { width: 1280, scripts: true, lang: "zh-CN" },
  { width: 1280, scripts: true, lang: "en" },
] as const;

const pages = [
  ...new Set(
    routes.filter(({ method, path }) =>
      method === "GET" && !path.includes(":") && !path.startsWith("/api/")
    ).map(({ path }) => path),
  ),
];
/** Pages that need a query answer 404 or 422 without it; everything else opens, leads on or says who can. */
const fine = new Set([200, 403, 404, 422]);

/** Where a page says what things are; whose things they are stands elsewhere. */
const labels = "title, nav a, h1, h2, th, label, main button, main summary, legend, caption";
const worded: readonly [login: string, path: string][] = [
  ["dingshun.buyer", "/"],
  ["dingshun.buyer", "/order/pad"],
  ["dingshun.buyer", "/order"],
  ["dingshun.approver", "/approval"],
  ["wangjing", "/order"],
  ["wangjing", "/product"],
  ["wangjing", "/stock"],
  ["lizhuo", "/fulfilment"],
  ["lizhuo", "/shipment"],
  ["zhaolan", "/receipt"],
  ["zhaolan", "/credit"],
  ["chenmin", "/user"],
  ["sunhao", "/audit"],
];
const foreign = { zh: /[A-Za-z]{4,}/, en: /\p{Script=Han}/u };
/** Names, codes and keys of the keyboard are the same in both languages. */
const shared = /\b(Quanyu|Enter|Ctrl|Esc|ERP|QY-?\w*|Excel)\b/g;

Deno.test("every page opens, leads on or says who can, for every sample user in both languages", async () => {
  assert.deepEqual(await everyPage(), []);
});

async function everyPage(): Promise<string[]> {
  await using house = await journeyHouse("tiny");
  if (!house) return [];
  const wrong: string[] = [];
  for (const device of devices) {
    for (const { login } of sampleUsers) {
      const person = await Person.at(house.browser, house.url, device);
      await person.signIn(login);
      for (const path of pages) {
        const status = await statusOf(person, path);
        if (!fine.has(status)) wrong.push(`${login} ${device.lang} ${path}: ${status}`);
      }
      wrong.push(...await deadLinks(person));
      await person.leave();
    }
  }
  return wrong;
}

/** What the navigation offers must open. */
async function deadLinks(person: Person): Promise<string[]> {
  const offered = await person.page.locator("nav a[href^='/']").evaluateAll((links) =>
    links.map((link) => link.getAttribute("href")!)
  );
  const dead: string[] = [];
  for (const path of new Set(offered)) {
    const status = await statusOf(person, path);
    if (status !== 200) dead.push(`${person.page.url()} offers ${path}: ${status}`);
  }
  return dead;
}

/** On a fast machine a round of all pages outruns what one user may ask in a second: then it waits as told. */
async function statusOf({ context, url }: Person, path: string): Promise<number> {
  for (let tries = 5;; tries--) {
    const response = await context.request.get(url + path);
    if (response.status() !== 429 || tries === 0) return response.status();
    await delay(Number(response.headers()["retry-after"]) * 1000);
  }
}

Deno.test("the words of a page are of its language", async () => {
  assert.deepEqual(await foreignWords(), []);
});

async function foreignWords(): Promise<string[]> {
  await using house = await journeyHouse("tiny");
  if (!house) return [];
  const wrong: string[] = [];
  for (const device of devices) {
    for (const [login, path] of worded) {
      const person = await Person.at(house.browser, house.url, device);
      await person.signIn(login);
      await person.go(path);
      const words = await person.page.locator(labels).evaluateAll((found) =>
        found.map((element) => element.textContent ?? "")
      );
      wrong.push(
        ...words.filter((text) => foreign[person.lang].test(text.replaceAll(shared, "")))
          .map((text) => `${device.lang} ${path}: ${text.trim().slice(0, 60)}`),
      );
      await person.leave();
    }
  }
  return wrong;
}
