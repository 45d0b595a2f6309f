import type { Person } from "./browser.ts";

export type Scene = {
  name: string;
  login?: string;
  path: string;
  /** Steps on from the page: into the first row, or to fill the pad. */
  then?: (person: Person) => Promise<void>;
  /** A paper: taken once, as it leaves the printer. */
  print?: boolean;
};

const follow = (selector: string, on = "") => async ({ page, url }: Person) => {
  const href = await page.locator(selector).first().getAttribute("href", { timeout: 3_000 });
  await page.goto(url + href + on);
};

/** What a form says of a send with nothing in it. */
const sendEmpty = async ({ page }: Person) => {
  await page.locator("main form").first().evaluate((form) => form.setAttribute("novalidate", ""));
  await page.locator("main button.go").first().click({ timeout: 3_000 });
  await page.waitForTimeout(600);
};

const openFirst = (selector: string) => async ({ page }: Person) => {
  await page.locator(selector).filter({ visible: true }).first().click({ timeout: 3_000 });
  await page.waitForTimeout(300);
};

/** The order pad, when the network is away. */
const goOffline = async (person: Person) => {
  await person.context.setOffline(true);
  await person.page.waitForTimeout(200);
};

const openPrice = async (person: Person) => {
  await follow(order)(person);
  await openFirst("main table.lines td a, main table.lines summary")(person);
};

const order = "td a[href^='/order/SO']";
const nothing = "q=没有这个";

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

const door: readonly Scene[] = [
  { name: "sign-in", path: "/session" },
  { name: "sign-in-wrong", path: "/session", then: sendEmpty },
  { name: "invitation-gone", path: "/invitation/none" },
];

const buyer: readonly Scene[] = [
  { name: "home-dealer", path: "/" },
  { name: "pad", path: "/order/pad", then: fillPad },
  { name: "pad-offline", path: "/order/pad", then: goOffline },
  { name: "orders-dealer", path: "/order" },
  { name: "catalogue", path: "/catalogue" },
  { name: "catalogue-empty", path: `/catalogue?${nothing}` },
  { name: "refused-dealer", path: "/user" },
].map((scene) => ({ login: "dingshun.buyer", ...scene }));

const owner: readonly Scene[] = [
  { name: "order-dealer", path: "/order", then: follow(order) },
  { name: "cancellation", path: "/order", then: follow(order, "/cancellation") },
  { name: "account", path: "/account/D-1001" },
  { name: "account-print", path: "/account/D-1001", print: true },
  { name: "me", path: "/me" },
].map((scene) => ({ login: "dingshun", ...scene }));

const sales: readonly Scene[] = [
  { name: "home-staff", path: "/" },
  { name: "orders-staff", path: "/order" },
  { name: "orders-filter", path: "/order", then: openFirst("button.chip, summary.chip") },
  { name: "orders-empty", path: `/order?${nothing}` },
  { name: "order", path: "/order", then: follow(order) },
  { name: "order-routed", path: "/order?view=picking", then: follow(order) },
  { name: "order-fall", path: "/order?view=delivered", then: openPrice },
  { name: "order-print", path: "/order", then: follow(order), print: true },
  { name: "order-routing", path: "/order", then: follow(order, "/routing") },
  { name: "approval", path: "/approval" },
  { name: "dealer-chooser", path: "/dealer-chooser" },
  { name: "stock", path: "/stock" },
  { name: "stock-empty", path: `/stock?${nothing}` },
  { name: "sku-stock", path: "/stock/W-0550-24" },
  { name: "products", path: "/product" },
  { name: "product", path: "/product/W-0550-24" },
  { name: "products-empty", path: `/product?${nothing}` },
  { name: "categories", path: "/category" },
  { name: "price-lists", path: "/price-list" },
  { name: "price-list", path: "/price-list", then: follow("td a[href^='/price-list/']") },
  { name: "price", path: "/price?dealer=D-1001&sku=W-0550-24&quantity=50" },
  { name: "partners", path: "/partner" },
  { name: "partner", path: "/partner/D-1001" },
  { name: "partner-edit", path: "/partner/D-1001/edit" },
  { name: "network", path: "/partner/network" },
  { name: "regions", path: "/region" },
  { name: "search", path: "/search?q=鼎顺" },
  { name: "search-empty", path: `/search?${nothing}` },
  { name: "not-found", path: "/order/SO-1999-000001" },
  { name: "refused-staff", path: "/user" },
].map((scene) => ({ login: "wangjing", ...scene }));

const warehouse: readonly Scene[] = [
  { name: "home-warehouse", path: "/" },
  { name: "fulfilments", path: "/fulfilment" },
  { name: "fulfilments-empty", path: `/fulfilment?${nothing}` },
  { name: "fulfilment", path: "/fulfilment", then: follow("td a[href^='/fulfilment/']") },
  {
    name: "pick-list-print",
    path: "/fulfilment",
    then: follow("td a[href^='/fulfilment/']", "/pick-list"),
    print: true,
  },
  {
    name: "packing-slip-print",
    path: "/fulfilment",
    then: follow("td a[href^='/fulfilment/']", "/packing-slip"),
    print: true,
  },
  {
    name: "pick-list",
    path: "/fulfilment",
    then: follow("td a[href^='/fulfilment/']", "/pick-list"),
  },
  { name: "shipments", path: "/shipment" },
  { name: "shipment", path: "/shipment", then: follow("td a[href^='/shipment/']") },
  { name: "stock-entry", path: "/stock/entry?node=WH-XZ" },
  { name: "stock-entry-empty", path: "/stock/entry?node=WH-XZ", then: sendEmpty },
].map((scene) => ({ login: "lizhuo", ...scene }));

const finance: readonly Scene[] = [
  { name: "home-finance", path: "/" },
  { name: "accounts", path: "/account" },
  { name: "account-staff", path: "/account/D-1001" },
  { name: "receipts", path: "/receipt" },
  { name: "receipt", path: "/receipt", then: follow("td a[href^='/receipt/']") },
  { name: "receipt-new", path: "/receipt/new?dealer=D-1001" },
  { name: "receipt-new-empty", path: "/receipt/new?dealer=D-1001", then: sendEmpty },
  { name: "journals", path: "/journal" },
  { name: "journal", path: "/journal", then: follow("td a[href^='/journal/']") },
  { name: "credits", path: "/credit" },
  { name: "credit", path: "/credit/D-1001" },
  { name: "credit-new", path: "/credit/new" },
].map((scene) => ({ login: "zhaolan", ...scene }));

const operator: readonly Scene[] = [
  { name: "home-operator", path: "/" },
  { name: "kit", path: "/_kit" },
  { name: "users", path: "/user" },
  { name: "user", path: "/user", then: follow("td a[href^='/user/']") },
  { name: "user-new", path: "/user/new" },
  { name: "user-new-empty", path: "/user/new", then: sendEmpty },
  { name: "system", path: "/system" },
  { name: "product-new", path: "/product/new" },
  { name: "product-new-empty", path: "/product/new", then: sendEmpty },
  { name: "product-edit", path: "/product/W-0550-24/edit" },
  { name: "category-new", path: "/category/new" },
  { name: "partner-new", path: "/partner/new?kind=dealer" },
  { name: "organisations", path: "/organisation" },
  { name: "organisation-new", path: "/organisation/new" },
  { name: "region-new", path: "/region/new" },
  { name: "nodes", path: "/node" },
  { name: "node", path: "/node/WH-XZ" },
  { name: "node-new", path: "/node/new" },
  { name: "node-edit", path: "/node/WH-XZ/edit" },
  { name: "pools", path: "/pool" },
  { name: "pool-new", path: "/pool/new" },
  { name: "price-list-new", path: "/price-list/new" },
  { name: "rate-cards", path: "/rate-card" },
  { name: "rate-card", path: "/rate-card", then: follow("td a[href^='/rate-card/']") },
  { name: "rate-card-new", path: "/rate-card/new" },
  { name: "import", path: "/import?kind=products" },
  { name: "import-empty", path: "/import?kind=products", then: sendEmpty },
].map((scene) => ({ login: "chenmin", ...scene }));

const auditor: readonly Scene[] = [
  { name: "audit", path: "/audit" },
  { name: "audit-entry", path: "/audit", then: follow("td a[href^='/audit/']") },
].map((scene) => ({ login: "sunhao", ...scene }));

export const scenes: readonly Scene[] = [
  ...door,
  ...buyer,
  ...owner,
  { name: "approval-dealer", login: "dingshun.approver", path: "/approval" },
  {
    name: "order-approver",
    login: "dingshun.approver",
    path: "/approval",
    then: follow("a[href^='/order/SO']"),
  },
  ...sales,
  ...warehouse,
  ...finance,
  ...operator,
  ...auditor,
];
