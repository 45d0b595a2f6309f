export const roles = [
  "dealer_buyer",
  "dealer_approver",
  "dealer_owner",
  "sales",
  "warehouse",
  "finance",
  "operator",
  "auditor",
  "api_client",
] as const;
export type Role = typeof roles[number];

/** How far a right reaches. `api_client` reaches as far as the party its user belongs to. */
export type Reach =
  | "none"
  | "own"
  | "dealer"
  | "dealer_and_below"
  | "node"
  | "region"
  | "organisation"
  | "all"
  | "party";

/** What can be done to what. A pair that is not listed here cannot be asked for by a route. */
export type Actions = {
  home: "read";
  self: "read" | "edit";
  order:
    | "read"
    | "place"
    | "place_on_behalf"
    | "discount"
    | "cancel"
    | "approve_as_dealer"
    | "approve_as_company"
    | "export";
  product: "read" | "edit" | "import" | "export";
  category: "read" | "edit";
  partner: "read" | "edit" | "import" | "export";
  organisation: "read" | "edit";
  region: "read" | "edit";
  node: "read" | "edit" | "import" | "export";
  stock: "read" | "post" | "import" | "export";
  price: "read" | "edit" | "import" | "export";
  credit: "read" | "edit" | "export";
  routing: "read" | "override" | "edit";
  fulfilment: "read" | "release" | "ship" | "export";
  shipment: "read" | "deliver" | "export";
  account: "read" | "export";
  receipt: "read" | "record" | "export";
  journal: "read" | "export";
  user: "read" | "edit";
  audit: "read" | "export";
  system: "read" | "repair";
  kit: "read";
};
export type Resource = keyof Actions;
export type Right = { [R in Resource]: Partial<Record<Actions[R], Reach>> };
type Grant = { [R in Resource]?: Partial<Record<Actions[R], Reach>> };

const everybody: Grant = { home: { read: "own" }, self: { read: "own", edit: "own" } };

const catalogue: Grant = {
  product: { read: "all" },
  category: { read: "all" },
  organisation: { read: "all" },
  region: { read: "all" },
  node: { read: "all" },
};

const buyer: Grant = {
  ...everybody,
  product: { read: "dealer" },
  category: { read: "dealer" },
  partner: { read: "dealer" },
  stock: { read: "dealer" },
  price: { read: "dealer" },
  credit: { read: "dealer" },
  order: { read: "dealer", place: "dealer", cancel: "dealer", export: "dealer" },
  shipment: { read: "dealer", deliver: "dealer", export: "dealer" },
  account: { read: "dealer" },
};

const approver: Grant = {
  ...buyer,
  order: { ...buyer.order, approve_as_dealer: "dealer" },
  account: { read: "dealer", export: "dealer" },
};

const owner: Grant = {
  ...approver,
  partner: { read: "dealer_and_below" },
  order: { ...approver.order, read: "dealer_and_below", export: "dealer_and_below" },
  shipment: { read: "dealer_and_below", deliver: "dealer", export: "dealer_and_below" },
  account: { read: "dealer_and_below", export: "dealer_and_below" },
  credit: { read: "dealer_and_below" },
  user: { read: "dealer", edit: "dealer" },
};

const sales: Grant = {
  ...everybody,
  ...catalogue,
  product: { read: "all", export: "all" },
  partner: { read: "region", edit: "region", export: "region" },
  stock: { read: "all" },
  price: { read: "region", export: "region" },
  credit: { read: "region", export: "region" },
  order: {
    read: "region",
    place: "region",
    place_on_behalf: "region",
    discount: "region",
    cancel: "region",
    approve_as_company: "region",
    export: "region",
  },
  routing: { read: "region", override: "region" },
  fulfilment: { read: "region", release: "region" },
  shipment: { read: "region", deliver: "region", export: "region" },
  account: { read: "region", export: "region" },
  receipt: { read: "region", export: "region" },
};

const warehouse: Grant = {
  ...everybody,
  ...catalogue,
  node: { read: "all", export: "all" },
  stock: { read: "node", post: "node", import: "node", export: "node" },
  order: { read: "node" },
  routing: { read: "node" },
  fulfilment: { read: "node", release: "node", ship: "node", export: "node" },
  shipment: { read: "node", deliver: "node", export: "node" },
};

const finance: Grant = {
  ...everybody,
  ...catalogue,
  partner: { read: "organisation", export: "organisation" },
  price: {
    read: "organisation",
    edit: "organisation",
    import: "organisation",
    export: "organisation",
  },
  credit: { read: "organisation", edit: "organisation", export: "organisation" },
  order: { read: "organisation", approve_as_company: "organisation", export: "organisation" },
  shipment: { read: "organisation", export: "organisation" },
  account: { read: "organisation", export: "organisation" },
  receipt: { read: "organisation", record: "organisation", export: "organisation" },
  journal: { read: "organisation", export: "organisation" },
};

const operator: Grant = {
  ...everybody,
  product: { read: "all", edit: "all", import: "all", export: "all" },
  category: { read: "all", edit: "all" },
  partner: { read: "all", edit: "all", import: "all", export: "all" },
  organisation: { read: "all", edit: "all" },
  region: { read: "all", edit: "all" },
  node: { read: "all", edit: "all", import: "all", export: "all" },
  stock: { read: "all", post: "all", import: "all", export: "all" },
  price: { read: "all", edit: "all", import: "all", export: "all" },
  credit: { read: "all", edit: "all", export: "all" },
  order: {
    read: "all",
    place: "all",
    place_on_behalf: "all",
    discount: "all",
    cancel: "all",
    approve_as_company: "all",
    export: "all",
  },
  routing: { read: "all", override: "all", edit: "all" },
  fulfilment: { read: "all", release: "all", ship: "all", export: "all" },
  shipment: { read: "all", deliver: "all", export: "all" },
  account: { read: "all", export: "all" },
  receipt: { read: "all", record: "all", export: "all" },
  journal: { read: "all", export: "all" },
  user: { read: "all", edit: "all" },
  audit: { read: "all", export: "all" },
  system: { read: "all", repair: "all" },
  kit: { read: "all" },
};

const auditor: Grant = {
  ...everybody,
  product: { read: "all" },
  category: { read: "all" },
  partner: { read: "all" },
  organisation: { read: "all" },
  region: { read: "all" },
  node: { read: "all" },
  stock: { read: "all" },
  price: { read: "all" },
  credit: { read: "all" },
  order: { read: "all" },
  routing: { read: "all" },
  fulfilment: { read: "all" },
  shipment: { read: "all" },
  account: { read: "all" },
  receipt: { read: "all" },
  journal: { read: "all" },
  user: { read: "all" },
  audit: { read: "all", export: "all" },
  system: { read: "all" },
};

const apiClient: Grant = {
  self: { read: "own" },
  product: { read: "party", edit: "party", import: "party" },
  category: { read: "party", edit: "party" },
  partner: { read: "party", edit: "party" },
  organisation: { read: "party" },
  region: { read: "party" },
  node: { read: "party", edit: "party" },
  stock: { read: "party", post: "party" },
  price: { read: "party", edit: "party" },
  credit: { read: "party", edit: "party" },
  order: {
    read: "party",
    place: "party",
    place_on_behalf: "party",
    discount: "party",
    cancel: "party",
  },
  routing: { read: "party" },
  fulfilment: { read: "party", release: "party", ship: "party" },
  shipment: { read: "party", deliver: "party" },
  account: { read: "party" },
  receipt: { read: "party", record: "party" },
};

/** Role x resource x action -> reach. What is not here is refused. */
export const rights: Record<Role, Grant> = {
  dealer_buyer: buyer,
  dealer_approver: approver,
  dealer_owner: owner,
  sales,
  warehouse,
  finance,
  operator,
  auditor,
  api_client: apiClient,
};

/** Of an API client's rights, what a dealer's own client may do; the rest is for our systems only. */
export const dealerClient: Grant = {
  self: apiClient.self,
  product: { read: "dealer" },
  category: { read: "dealer" },
  partner: { read: "dealer" },
  stock: { read: "dealer" },
  price: { read: "dealer" },
  credit: { read: "dealer" },
  order: { read: "dealer", place: "dealer", cancel: "dealer" },
  shipment: { read: "dealer", deliver: "dealer" },
  account: { read: "dealer" },
};

/** Fields that a role does not see although it sees the row. */
export type Mask = "cost_price" | "phone";
export const masks: Record<Role, readonly Mask[]> = {
  dealer_buyer: ["cost_price"],
  dealer_approver: ["cost_price"],
  dealer_owner: ["cost_price"],
  sales: ["cost_price"],
  warehouse: ["cost_price"],
  finance: [],
  operator: [],
  auditor: ["phone"],
  api_client: ["cost_price"],
};

export const dealerRoles: readonly Role[] = ["dealer_buyer", "dealer_approver", "dealer_owner"];
