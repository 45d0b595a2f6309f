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
/** What only our people may agree. */
const agreed = { discountBasisPoints: 300, discountReason: "年框" };
const numbered = ({ orders }: Thing) => ({ path: { number: orders.planned.number } });

/** Dealers decide at their own gate, our people at ours. */
const waiting = (thing: Thing, asker: PrincipalName) =>
  isDealers(asker) ? thing.orders.awaiting_dealer : thing.orders.awaiting_company;
const verdict = (thing: Thing, asker: PrincipalName) => {
  const { number, version } = waiting(thing, asker);
  return { path: { number }, form: { version: String(version), reason: "客户要求" } };
};

export const orderRequests: Requests = {
  "GET /order": () => ({}),
  "GET /order/export": () => ({}),
  "GET /order/:number": numbered,
  "GET /order/:number/cancellation": numbered,
  "POST /order/:number/cancellation": (thing) => ({
    ...numbered(thing),
    form: { version: String(thing.orders.planned.version), because: "不要了" },
  }),
  "GET /approval": () => ({}),
  "POST /order/:number/approval": verdict,
  "POST /order/:number/rejection": verdict,
  "GET /api/v1/orders": () => ({}),
  "GET /api/v1/orders/:number": numbered,
  "POST /api/v1/orders/:number/cancellation": (thing) => ({
    ...numbered(thing),
    json: { because: "不要了" },
  }),
  "POST /api/v1/orders/:number/approval": (thing, asker) => ({
    path: { number: waiting(thing, asker).number },
    json: { decision: "approve", reason: "" },
  }),
  "POST /api/v1/quotes": ({ dealer, sku }) => ({
    json: { dealer: dealer.code, lines: [{ sku, quantity: 1 }] },
  }),
  "GET /dealer-chooser": () => ({ query: { q: "TNT" } }),
  "GET /catalogue": ({ dealer }) => ({ query: { dealer: dealer.code } }),
  "POST /catalogue": ({ dealer }) => ({
    form: { dealer: dealer.code, "code.0": "WATER", "quantity.0": "2" },
  }),
  "GET /order/pad": ({ dealer }) => ({ query: { dealer: dealer.code } }),
  "POST /order/pad": pad,
  "POST /order/pad/submission": pad,
  "GET /order/pad/confirmation/:number": numbered,
  "POST /order/:number/reorder": numbered,
  "POST /api/v1/orders": ({ dealer, sku, address }, asker) => ({
    json: {
      dealer: dealer.code,
      address,
      lines: [{ sku, quantity: 1, ...(isDealers(asker) ? {} : agreed) }],
    },
  }),
};
