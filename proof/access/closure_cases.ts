import type { Known } from "./principals.ts";
import { type Ask, requests } from "./requests.ts";
import type { Relation, Thing } from "./things.ts";

/** What stands around the asker: the things of every relation. */
export type Around = Record<Relation, Thing>;
export type ClosureCase = {
  asker: Known;
  route: string;
  /** What is named in the body or path and belongs to somebody else. */
  swaps: string;
  /** `303=` where a thing that is not there is no reason to complain. */
  expected: "403" | "404" | "422" | "303=";
  ask: (around: Around) => Ask;
};

type Change = (around: Around) => { path?: object; form?: object; json?: object };

/** The request about the asker's own thing, with something of another tenant put into it. */
function swap(
  asker: Known | readonly Known[],
  route: string,
  swaps: string,
  change: Change,
  expected: ClosureCase["expected"] = "422",
): ClosureCase[] {
  return [asker].flat().map((one) => ({
    asker: one as Known,
    route,
    swaps,
    expected,
    ask: (around) => {
      const own = requests[route]!(around.own, one);
      const { path, form, json } = change(around);
      return {
        ...own,
        path: { ...own.path, ...path } as Ask["path"],
        form: own.form && { ...own.form, ...form } as Ask["form"],
        json: own.json && { ...own.json as object, ...json },
      };
    },
  }));
}

const people = ["dealer_buyer", "dealer_approver", "dealer_owner", "dealer_client"] as const;
const serving = ["sales", "house_client"] as const;

export const closureCases: ClosureCase[] = [
  // An order goes to the dealer's own address.
  ...swap([...people, "sales", "operator", "house_client"], "POST /api/v1/orders", "address of B", (
    { other_dealer_same_region: b },
  ) => ({ json: { address: b.address } })),
  ...swap("dealer_owner", "POST /api/v1/orders", "address of the dealer below", (
    { dealer_below },
  ) => ({ json: { address: dealer_below.address } })),
  ...["POST /order/pad", "POST /order/pad/submission"].flatMap((route) => [
    ...swap(["dealer_buyer", "sales"], route, "the draft of D, as if it were new", (
      { other_organisation: d },
    ) => ({ form: { draft: d.draft, version: "0" } }), "404"),
    ...swap(["dealer_buyer", "sales"], route, "the draft of D", (
      { other_organisation: d },
    ) => ({ form: { draft: d.draft, version: "1" } }), "404"),
  ]),
  ...swap("dealer_buyer", "POST /order/pad/submission", "address of B", (
    { other_dealer_same_region: b },
  ) => ({ form: { address: b.address } })),

  // A dealer's own client orders through its own channel, at its own prices.
  ...swap("dealer_client", "POST /api/v1/orders", "the channel of a shop on the web", () => ({
    json: { channel: "tmall" },
  })),

  // A partner cannot be put where the asker does not reach, nor under whom it does not see.
  ...swap(serving, "PUT /api/v1/dealers/:code", "organisation QN", () => ({
    json: { organisationCode: "QN" },
  })),
  ...swap("sales", "PUT /api/v1/dealers/:code", "region NORTH", () => ({
    json: { regionCode: "NORTH" },
  })),
  ...swap(serving, "PUT /api/v1/dealers/:code", "under dealer D", (
    { other_organisation: d },
  ) => ({ json: { parentCode: d.dealer.code } })),
  ...swap("sales", "POST /partner/:code", "region NORTH", () => ({
    form: { regionCode: "NORTH" },
  })),
  ...swap("sales", "POST /partner/:code", "under dealer C", (
    { other_region: c },
  ) => ({ form: { parentCode: c.dealer.code } })),
  ...swap("sales", "POST /partner/:code/relation", "under dealer C", (
    { other_region: c },
  ) => ({ form: { parentCode: c.dealer.code } })),
  ...swap(serving, "PUT /api/v1/dealers/:code", "the pool of the other organisation", () => ({
    json: { poolCode: "SOUTH" },
  })),
  ...["stores", "suppliers", "carriers"].flatMap((kind) =>
    swap(serving, `PUT /api/v1/${kind}/:code`, "organisation QN", () => ({
      json: { organisationCode: "QN" },
    }))
  ),
  ...["POST /partner", "POST /partner/:code"].flatMap((route) => [
    ...swap("sales", route, "organisation QN", () => ({ form: { organisationCode: "QN" } })),
    ...swap(["sales", "operator"], route, "the pool of the other organisation", () => ({
      form: { poolCode: "SOUTH" },
    })),
  ]),

  // An owner gives only what is a dealer's to give, and only to the own people.
  ...swap("dealer_owner", "POST /user", "the role of an operator", () => ({
    form: { "roles[]": "operator" },
  })),
  ...swap("dealer_owner", "POST /user/:id/access", "the role of sales in EAST", () => ({
    form: { "roles[]": "sales", "regionCodes[]": "EAST" },
  })),
  ...swap("dealer_owner", "POST /user/:id/session/:session/end", "session of B", (
    { other_dealer_same_region: b },
  ) => ({ path: { session: b.session } }), "303="),
  ...swap("dealer_owner", "POST /user/:id/token/:token/revocation", "token of B", (
    { other_dealer_same_region: b },
  ) => ({ path: { token: b.token } }), "303="),

  // Nodes: an organisation's own, in its own organisation.
  ...swap("house_client", "PUT /api/v1/nodes/:code", "organisation QN", () => ({
    json: { organisationCode: "QN" },
  })),
  ...swap("house_client", "PUT /api/v1/nodes/:code", "partner D", (
    { other_organisation: d },
  ) => ({ json: { partnerCode: d.dealer.code } })),
  ...swap(["house_client", "operator"], "PUT /api/v1/nodes/:code", "the pool of D", () => ({
    json: { poolCode: "SOUTH" },
  })),
  ...swap("operator", "POST /node/:code", "the pool of D", () => ({ form: { poolCode: "SOUTH" } })),
  // A pool stays with those who use it.
  ...swap(["house_client", "operator"], "PUT /api/v1/pools/:code", "organisation QN", () => ({
    json: { organisationCode: "QN" },
  })),
  ...swap("operator", "POST /pool/:code", "organisation QN", () => ({
    form: { organisationCode: "QN" },
  })),
  ...swap("warehouse", "POST /api/v1/stock-entries", "a second line at node N2", (
    { own, other_region: c },
  ) => ({ json: { lines: [lineAt(own), lineAt(c)] } })),

  // Prices are kept for one's own dealers and organisation.
  ...swap(["finance", "house_client"], "PUT /api/v1/price-lists/:code", "dealer D", (
    { other_organisation: d },
  ) => ({ json: { dealerCode: d.dealer.code } })),
  ...swap(["finance", "house_client"], "PUT /api/v1/price-lists/:code", "organisation QN", () => ({
    json: { organisationCode: "QN" },
  })),
  ...swap(["finance", "house_client"], "PUT /api/v1/price-lists/:code", "no organisation", () => ({
    json: { organisationCode: null },
  })),
  ...swap("finance", "POST /price-list", "dealer D", (
    { other_organisation: d },
  ) => ({ form: { dealerCode: d.dealer.code } })),

  // The papers of one order ship and deliver that order only, from its pool, with our carriers.
  ...swap(
    ["warehouse", "operator", "house_client"],
    "POST /api/v1/orders/:number/shipments",
    "fulfilment of the order of B",
    ({ other_dealer_same_region: b }) => ({
      json: { fulfilment: b.orders.released.fulfilment.number },
    }),
    "404",
  ),
  ...swap(
    [...people, "sales", "warehouse", "operator", "house_client"],
    "POST /api/v1/orders/:number/deliveries",
    "shipment of B",
    ({ other_dealer_same_region: b }) => ({ json: { shipment: b.orders.shipped.shipment.number } }),
    "404",
  ),
  ...swap("sales", "POST /order/:id/routing-override", "node of another pool", (
    { other_region: c },
  ) => ({ form: { node: c.node } })),
  ...swap("operator", "POST /order/:id/routing-override", "node of another pool", (
    { other_organisation: d },
  ) => ({ form: { node: d.node } })),
  ...swap(
    ["warehouse", "house_client"],
    "POST /api/v1/orders/:number/shipments",
    "the carrier of the other organisation",
    () => ({ json: { carrier: "YTO" } }),
  ),

  // Money received pays what its dealer owes.
  ...swap("finance", "POST /receipt/new", "open item of B", (
    { other_dealer_same_region: b },
  ) => ({ form: { "items[]": b.openItem } })),
  ...swap(["finance", "house_client"], "POST /api/v1/receipts", "shipment of B", (
    { other_dealer_same_region: b },
  ) => ({ json: { shipments: [b.orders.shipped.shipment.number] } })),
];

function lineAt({ node, sku }: Thing) {
  return { node, sku, quantity: 12 };
}
