import type { Device } from "./browser.ts";
import { journeyHouse } from "./house.ts";
import { orderToCash } from "./order_to_cash.ts";

const devices: [string, Device][] = [
  ["at a desk, with scripts", { width: 1280, scripts: true }],
  ["on a phone, without scripts", { width: 360, scripts: false }],
  ["on a phone, with scripts, in English", { width: 360, scripts: true, lang: "en" }],
];

for (const [how, device] of devices) {
  Deno.test(`an order from the pad to the ledger ${how}`, async () => {
    await using house = await journeyHouse("tiny");
    if (house) await orderToCash({ ...house, device });
  });
}
