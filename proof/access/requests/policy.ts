import type { Requests } from "../requests.ts";
import { places } from "../tenants.ts";
import type { Thing } from "../things.ts";

const nothing = () => ({});
const first = { "if-match": '"1"' };
const list = ({ priceList }: Thing) => ({ path: { code: priceList.code } });
const dealer = ({ dealer }: Thing) => ({ path: { dealer: dealer.code } });
const houseOf = (thing: Thing) =>
  Object.values(places).find(({ node }) => node === thing.node)!.organisation;

const listForm = (thing: Thing) => ({
  nameZh: "改名价",
  nameEn: "Renamed",
  currency: "CNY",
  organisationCode: houseOf(thing),
  channel: "",
  grade: "",
  dealerCode: thing.dealer.code,
  validFrom: "2026-01-01",
  validUntil: "",
});
const listBody = (thing: Thing) => ({
  nameZh: "改名价",
  currency: "CNY",
  organisationCode: houseOf(thing),
  dealerCode: thing.dealer.code,
  validFrom: "2026-01-01",
});
const rowForm = {
  sku: "WATER",
  unit: "瓶",
  minQuantity: "100",
  validFrom: "2026-03-10",
  validUntil: "",
  price: "12.00",
};
const termsForm = {
  limit: "1000.00",
  currency: "CNY",
  termDays: "60",
  overLimit: "warn",
  overdue: "warn",
};

export const policyRequests: Requests = {
  "GET /price-list": nothing,
  "GET /price-list/new": nothing,
  "POST /price-list": (thing) => ({
    form: { code: "NEW", ...listForm(thing), validFrom: "2026-02-01" },
  }),
  "GET /price-list/:code": list,
  "GET /price-list/:code/edit": list,
  "POST /price-list/:code": (thing) => ({
    ...list(thing),
    form: { ...listForm(thing), version: String(thing.priceList.version) },
  }),
  "GET /price-list/:code/export": list,
  "GET /price-list/:code/row": list,
  "POST /price-list/:code/row": (thing) => ({ ...list(thing), form: rowForm }),
  "GET /price": ({ dealer }) => ({ query: { dealer: dealer.code, sku: "WATER", unit: "瓶" } }),
  "GET /api/v1/price-lists": nothing,
  "GET /api/v1/price-lists/:code": list,
  "GET /api/v1/price-lists/:code/rows": list,
  "PUT /api/v1/price-lists/:code": (thing) => ({
    ...list(thing),
    json: listBody(thing),
    headers: { "if-match": `"${thing.priceList.version}"` },
  }),
  "GET /credit": nothing,
  "GET /credit/export": nothing,
  "GET /credit/new": nothing,
  "POST /credit": ({ dealer }) => ({
    form: { ...termsForm, code: dealer.code, currency: "USD" },
  }),
  "GET /credit/:dealer": dealer,
  "POST /credit/:dealer": (thing) => ({
    ...dealer(thing),
    form: { ...termsForm, version: String(thing.credit.version) },
  }),
  "GET /api/v1/credit-accounts": nothing,
  "GET /api/v1/credit-accounts/:dealer": dealer,
  "PUT /api/v1/credit-accounts/:dealer": (thing) => ({
    ...dealer(thing),
    json: { limit: { amountMinor: 100_000, currency: "CNY" }, termDays: 60 },
    headers: first,
  }),
};
