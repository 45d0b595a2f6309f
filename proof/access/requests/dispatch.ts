import type { Requests } from "../requests.ts";
import type { Thing } from "../things.ts";

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

const planned = ({ orders }: Thing) => orders.planned;
const byId = (thing: Thing) => ({ path: { id: planned(thing).id } });
const part = ({ orders }: Thing) => ({ path: { number: orders.released.fulfilment.number } });
const parcel = ({ orders }: Thing) => ({ path: { number: orders.shipped.shipment.number } });
const orderOf = (thing: Thing, stage: "planned" | "released" | "shipped") => ({
  path: { number: thing.orders[stage].number },
});

/** The warehouse's papers and what leaves the house, by the order, its part or its parcel. */
const papers: Requests = {
  "GET /order/:id/routing": byId,
  "POST /order/:id/routing": byId,
  "POST /order/:id/routing-override": (thing) => ({
    ...byId(thing),
    form: { version: String(planned(thing).version), node: thing.node, reason: "就近" },
  }),
  "POST /order/:id/release": (thing) => ({
    ...byId(thing),
    form: { version: String(planned(thing).version) },
  }),
  "GET /fulfilment": nothing,
  "GET /fulfilment/export": nothing,
  "GET /fulfilment/:number": part,
  "GET /fulfilment/:number/pick-list": part,
  "GET /fulfilment/:number/packing-slip": part,
  "POST /fulfilment/:number/shipment": (thing) => ({
    ...part(thing),
    form: {
      version: String(thing.orders.released.fulfilment.version),
      trackingNumber: "SF100",
      "lines.0.lineNo": "1",
      "lines.0.packs": "1",
    },
  }),
  "GET /shipment": nothing,
  "GET /shipment/export": nothing,
  "GET /shipment/:number": parcel,
  "POST /shipment/:number/delivery": (thing) => ({
    ...parcel(thing),
    form: { version: String(thing.orders.shipped.shipment.version), signedBy: "王收货" },
  }),
  "POST /api/v1/orders/:number/shipments": (thing) => ({
    ...orderOf(thing, "released"),
    json: { fulfilment: thing.orders.released.fulfilment.number, trackingNumber: "SF100" },
  }),
  "POST /api/v1/orders/:number/deliveries": (thing) => ({
    ...orderOf(thing, "shipped"),
    json: { shipment: thing.orders.shipped.shipment.number, signedBy: "王收货" },
  }),
  "POST /api/v1/shipments/:number/delivery": (thing) => ({
    ...parcel(thing),
    json: { signedBy: "王收货" },
  }),
  "POST /api/v1/orders/:number/release": (thing) => ({ ...orderOf(thing, "planned"), json: {} }),
  "GET /api/v1/orders/:number/fulfilments": (thing) => orderOf(thing, "released"),
  "GET /api/v1/shipments/:number": parcel,
};

export const dispatchRequests: Requests = {
  ...papers,
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
