import { strict as assert } from "node:assert";
import { padWords } from "~/views/order/pad_text.ts";
import type { Person } from "./browser.ts";

/** Everything the pad can do, ending with the confirmation of an order above the buyer's limit. */
export async function placeOnPad(person: Person): Promise<string> {
  const t = padWords(person.lang);
  const { page } = person;
  await person.go("/order/pad");
  await person.looksSound();
  await addByCode(person, "W-0550-24");
  await addByInitials(person, "trkqs", "W-4500-4");
  await paste(person, "T1-0500-15\t20\nS1-0400-24 40\n");
  await setQuantity(person, "W-0550-24", "500");
  await setQuantity(person, "W-4500-4", "50");
  await person.looksSound();
  await person.pressOnPad(t.setTo(12));
  assert.equal(await quantityOf(person, "T1-0500-15"), "12");
  assert.equal(await page.locator("#pad-errors a").count(), 0);
  await person.shows(t.approvesDealer);
  await person.looksSound();
  await person.leadsOn(() =>
    page.locator("button[formaction]").filter({ visible: true }).first().click()
  );
  const { pathname } = new URL(page.url());
  const [, number] = /^\/order\/pad\/confirmation\/(.+)$/.exec(pathname) ??
    assert.fail(`submitting led to ${pathname}`);
  await person.shows(t.confirmation.awaitingDealer);
  await person.looksSound();
  return number!;
}

async function addByCode(person: Person, code: string): Promise<void> {
  await type(person, person.page.locator("#pad-add"), code.toLowerCase());
  assert.equal(await lineOf(person, code).count(), 1);
}

/** Initials that fit several products ask which one; the answer is a press. */
async function addByInitials(person: Person, initials: string, code: string): Promise<void> {
  const { page } = person;
  await type(person, page.locator("#pad-add"), initials);
  await person.looksSound();
  await person.changesPad(() => page.locator(`button[name=pick][value="${code}"]`).click());
  assert.equal(await lineOf(person, code).count(), 1);
}

async function paste(person: Person, rows: string): Promise<void> {
  const { page } = person;
  await page.locator("details summary").filter({ hasText: padWords(person.lang).paste }).click();
  await page.fill("[name=paste]", rows);
  await person.pressOnPad(padWords(person.lang).pasteVerb);
}

async function setQuantity(person: Person, code: string, quantity: string): Promise<void> {
  await type(person, lineOf(person, code).locator("[name^='quantity.']"), quantity);
  assert.equal(await quantityOf(person, code), quantity);
}

function quantityOf(person: Person, code: string): Promise<string> {
  return lineOf(person, code).locator("[name^='quantity.']").inputValue();
}

function lineOf({ page }: Person, code: string) {
  return page.locator("tbody[id^=line-]").filter({ has: page.locator(`[value="${code}"]`) });
}

/** With scripts leaving the cell sends it; without, Enter presses the first button of the form. */
async function type(
  person: Person,
  cell: ReturnType<Person["page"]["locator"]>,
  text: string,
): Promise<void> {
  await cell.fill(text);
  await person.changesPad(() => person.scripts ? cell.blur() : cell.press("Enter"));
}
