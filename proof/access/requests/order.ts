import type { PrincipalName } from "../principals.ts";
import type { Requests } from "../requests.ts";
import type { Thing } from "../things.ts";

const isDealers = (asker: PrincipalName) => asker.startsWith("dealer_") || asker === "anonymous";
const fresh = "00000000000000000000000001";

/** A dealer's person sends the draft it has open; one of ours begins one and names the dealer. */
const pad = (thing: Thing, asker: PrincipalName) => ({
  form: {
    draft: isDealers(asker) ? thing.draft : fresh,
    version: isDealers(asker) ? "1" : "0",
    dealer: thing.dealer.code,
    "code.l1": isDealers(asker) ? "WATER" : thing.sku,
    "quantity.l1": "3",
    "unit.l1": "瓶",
    nextLine: "2",
  },
});
const numbered = ({ orders }: Thing) => ({ path: { number: orders.planned.number } });

export const orderRequests: Requests = {
  "GET /order/pad": ({ dealer }) => ({ query: { dealer: dealer.code } }),
  "POST /order/pad": pad,
  "POST /order/pad/submission": pad,
  "GET /order/pad/confirmation/:number": numbered,
  "POST /order/:number/reorder": numbered,
  "POST /api/v1/orders": ({ dealer, sku, address }) => ({
    json: { dealer: dealer.code, address, lines: [{ sku, quantity: 1 }] },
  }),
};
