import type { Requests } from "../requests.ts";
import type { Thing } from "../things.ts";
import { places } from "../tenants.ts";

const nothing = () => ({});
const first = { "if-match": '"1"' };
const node = (thing: Thing) => ({ path: { code: thing.node } });
const ofNode = (thing: Thing) => Object.values(places).find(({ node }) => node === thing.node)!;
const pool = (thing: Thing) => ({ path: { code: ofNode(thing).pool } });

/** The stock document of the receipt by which the node was filled. */
const documents: Record<string, string> = {
  N1: "SE-2026-000001",
  N1B: "SE-2026-000002",
  N2: "SE-2026-000003",
  N3: "SE-2026-000004",
};

const nodeForm = (thing: Thing) => ({
  nameZh: "改名仓",
  nameEn: "Renamed",
  type: "regional",
  organisationCode: ofNode(thing).organisation,
  regionCode: ofNode(thing).region,
  partnerCode: "",
  poolCode: ofNode(thing).pool,
  province: "江苏省",
  city: "徐州",
  stocks: "true",
  ships: "true",
  handling: "3.50",
  dailyCapacity: "1000000",
  "openWeekdays[]": ["mon", "tue"],
  leadDays: "1",
  state: "active",
});
const nodeBody = (thing: Thing) => ({
  ...{ nameZh: "改名仓", type: "regional", province: "江苏省", city: "徐州" },
  organisationCode: ofNode(thing).organisation,
  regionCode: ofNode(thing).region,
  poolCode: ofNode(thing).pool,
  handling: { amountMinor: 350, currency: "CNY" },
  dailyCapacity: 1_000_000,
  leadDays: 1,
});
const poolForm = (thing: Thing) => ({
  nameZh: "改名库",
  nameEn: "Renamed",
  organisationCode: ofNode(thing).organisation,
});

/** A thing's owner stands for the node its goods come from, and for the pool of that node. */
export const inventoryRequests: Requests = {
  "GET /api/v1/nodes": nothing,
  "GET /api/v1/nodes/:code": node,
  "PUT /api/v1/nodes/:code": (thing) => ({
    ...node(thing),
    json: nodeBody(thing),
    headers: first,
  }),
  "GET /api/v1/pools": nothing,
  "GET /api/v1/pools/:code": pool,
  "PUT /api/v1/pools/:code": (thing) => ({ ...pool(thing), json: poolForm(thing), headers: first }),
  "POST /api/v1/stock-entries": ({ node, sku }) => ({
    json: { kind: "receipt", reason: "补货", lines: [{ node, sku, quantity: 12 }] },
  }),
  "GET /api/v1/stock": nothing,
  "GET /stock": nothing,
  "GET /stock/export": nothing,
  "GET /stock/entry": nothing,
  "POST /stock/entry": ({ node, sku }) => ({
    form: {
      do: "post",
      kind: "receipt",
      node,
      reason: "补货",
      "lines.0.sku": sku,
      "lines.0.quantity": "12",
    },
  }),
  "GET /stock/entry/:number": ({ node }) => ({ path: { number: documents[node]! } }),
  "GET /stock/:sku": () => ({ path: { sku: "WATER" } }),
  "GET /node": nothing,
  "GET /node/new": nothing,
  "POST /node": (thing) => ({ form: { code: "NEW", ...nodeForm(thing) } }),
  "GET /node/:code": node,
  "GET /node/:code/edit": node,
  "POST /node/:code": (thing) => ({
    ...node(thing),
    form: { ...nodeForm(thing), version: "1" },
  }),
  "GET /pool": nothing,
  "GET /pool/new": nothing,
  "POST /pool": (thing) => ({ form: { code: "NEW", ...poolForm(thing) } }),
  "GET /pool/:code": pool,
  "POST /pool/:code": (thing) => ({ ...pool(thing), form: { ...poolForm(thing), version: "1" } }),
};
