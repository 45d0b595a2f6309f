import type { Requests } from "../requests.ts";

const nothing = () => ({});
const card = { path: { code: "RC-N1" } };
const zone = { firstWeightGram: "1000", first: "12.00", stepWeightGram: "1000", step: "0.60" };
const cardForm = {
  do: "save",
  carrierCode: "SF",
  nodeCode: "N1",
  validFrom: "2026-01-01",
  validUntil: "",
  "zones.0.zone": "JS",
  "zones.0.leadDays": "2",
  ...Object.fromEntries(Object.entries(zone).map(([name, text]) => [`zones.0.${name}`, text])),
};
const cny = (amountMinor: number) => ({ amountMinor, currency: "CNY" });
const cardBody = {
  carrierCode: "SF",
  nodeCode: "N1",
  validFrom: "2026-01-01",
  zones: [{
    zone: "JS",
    firstWeightGram: 1000,
    first: cny(1200),
    stepWeightGram: 1000,
    step: cny(60),
    leadDays: 2,
  }],
};

export const dispatchRequests: Requests = {
  "GET /rate-card": nothing,
  "GET /rate-card/new": nothing,
  "POST /rate-card": () => ({ form: { code: "NEW", ...cardForm, carrierCode: "YTO" } }),
  "GET /rate-card/:code": () => card,
  "GET /rate-card/:code/edit": () => card,
  "POST /rate-card/:code": () => ({ ...card, form: { ...cardForm, version: "1" } }),
  "GET /api/v1/rate-cards": nothing,
  "GET /api/v1/rate-cards/:code": () => card,
  "PUT /api/v1/rate-cards/:code": () => ({
    ...card,
    json: cardBody,
    headers: { "if-match": '"1"' },
  }),
};
