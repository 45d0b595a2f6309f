import { strict as assert } from "node:assert";
import type { Browser } from "playwright-core";
import { dispatchWords } from "~/views/dispatch/text.ts";
import { orderWords } from "~/views/order/text.ts";
import { settlementWords } from "~/views/settlement/text.ts";
import { type Device, Person } from "./browser.ts";
import { placeOnPad } from "./place_on_pad.ts";

export type Trip = { browser: Browser; url: string; device: Device };

const dealer = "D-1001";
const routedWithinMs = 20_000;

/** From the pad to the ledger, everybody at a device of the same kind. */
export async function orderToCash(trip: Trip): Promise<void> {
  await visit(trip, "zhaolan", lowerCredit);
  const number = await visit(trip, "dingshun.buyer", placeOnPad);
  await visit(trip, "dingshun.approver", (person) => approve(person, number));
  await visit(trip, "wangjing", async (person) => {
    await approve(person, number);
    await release(person, number);
  });
  const shipment = await visit(trip, "lizhuo", (person) => ship(person, number));
  const owed = await visit(
    trip,
    "dingshun.buyer",
    (person) => confirmDelivery(person, { number, shipment }),
  );
  await visit(trip, "zhaolan", (person) => recordReceipt(person, { owed, shipment }));
  await visit(trip, "dingshun", (person) => seesNothingOpen(person, number));
}

async function visit<Result>(
  { browser, url, device }: Trip,
  login: string,
  work: (person: Person) => Promise<Result>,
): Promise<Result> {
  const person = await Person.at(browser, url, device);
  await person.signIn(login);
  await person.looksSound();
  const result = await work(person);
  await person.leave();
  return result;
}

/** Low enough that the order waits for us as well. */
async function lowerCredit(person: Person): Promise<void> {
  await person.go(`/credit/${dealer}`);
  await person.looksSound();
  const { page } = person;
  await page.fill("[name=limit]", "8000.00");
  await person.leadsOn(() => page.click(".sheet form button.go"));
  assert.equal(Number(await page.inputValue("[name=limit]")), 8000);
}

/** The inbox decides in place; the order's page shows what was decided. */
async function approve(person: Person, number: string): Promise<void> {
  const { page } = person;
  const { done } = orderWords(person.lang).page.approval;
  await person.go("/approval");
  await person.looksSound();
  const form = page.locator(`#approval-${number}`);
  await form.locator("[name=reason]").fill("年前备货");
  await form.locator("button").first().click();
  await page.getByText(done(number)).waitFor();
  await person.looksSound();
  await person.go(`/order/${number}`);
  await person.looksSound();
}

/** The relay routes a moment after the confirmation: whoever looks too soon looks again. */
async function release(person: Person, number: string): Promise<void> {
  const { page } = person;
  const until = Date.now() + routedWithinMs;
  const button = page.getByRole("button", { name: dispatchWords(person.lang).part.release });
  await person.go(`/order/${number}`);
  while (await button.count() === 0) {
    assert.ok(Date.now() < until, `${number} was not routed in ${routedWithinMs} ms`);
    await page.waitForTimeout(250);
    await person.go(`/order/${number}`);
  }
  await person.looksSound();
  await person.leadsOn(() => button.first().click());
  await person.shows(orderWords(person.lang).stages.released);
  await person.looksSound();
}

/** Finds the order among the work, prints its papers, hands it to the carrier. */
async function ship(person: Person, number: string): Promise<string> {
  const { page } = person;
  await person.go("/fulfilment");
  await person.looksSound();
  const part = (await page.getByRole("row").filter({ hasText: number })
    .locator("a[href^='/fulfilment/']").first().getAttribute("href"))!;
  await person.go(`${part}/pick-list`);
  await person.looksSound();
  await person.go(`${part}/packing-slip`);
  await person.looksSound();
  await person.go(part);
  await person.looksSound();
  if (await page.inputValue("[name=carrier]") === "") {
    await page.selectOption("[name=carrier]", { index: 1 });
  }
  await page.fill("[name=trackingNumber]", `SF${number.replaceAll(/\D/g, "")}`);
  await person.leadsOn(() =>
    page.getByRole("button", { name: dispatchWords(person.lang).part.ship }).click()
  );
  await person.looksSound();
  const [, shipment] = /done=([^&]+)/.exec(page.url())!;
  await person.go(`/shipment/${shipment}`);
  await person.looksSound();
  return shipment!;
}

/** Signs for the parcel and reads on the account what is owed for it. */
async function confirmDelivery(
  person: Person,
  { number, shipment }: { number: string; shipment: string },
): Promise<string> {
  const { page } = person;
  await person.go(`/shipment/${shipment}`);
  await person.looksSound();
  await page.fill("[name=signedBy]", "周小满");
  await person.leadsOn(() => page.click("#delivery button.go"));
  await person.looksSound();
  await person.go(`/order/${number}`);
  await person.shows(orderWords(person.lang).stages.delivered);
  await person.go(`/account/${dealer}`);
  await person.looksSound();
  const row = page.getByRole("row").filter({ hasText: shipment }).first();
  const cells = await row.locator("td").allTextContents();
  return cells.at(-1)!.replaceAll(/[^\d.]/g, "");
}

/** Looks first at what the money would pay, then books it. */
async function recordReceipt(
  person: Person,
  { owed, shipment }: { owed: string; shipment: string },
): Promise<void> {
  const { page } = person;
  const t = settlementWords(person.lang).receipt;
  await person.go(`/receipt/new?dealer=${dealer}`);
  await person.looksSound();
  await page.fill("[name=amount]", owed);
  await page.fill("[name=reference]", `ICBC ${shipment}`);
  await page.getByRole("button", { name: t.preview }).click();
  await page.locator("#foreseen").getByText(shipment).waitFor();
  await person.looksSound();
  await person.leadsOn(() => page.getByRole("button", { name: t.record }).click());
  await person.shows(t.recorded);
  await person.looksSound();
  await person.go("/journal");
  await person.looksSound();
}

async function seesNothingOpen(person: Person, number: string): Promise<void> {
  await person.go(`/account/${dealer}`);
  await person.looksSound();
  await person.shows(settlementWords(person.lang).account.noOpenItems);
  await person.go(`/order/${number}`);
  await person.shows(orderWords(person.lang).stages.completed);
  await person.looksSound();
}
