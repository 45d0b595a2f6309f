type Query = Record<string, string | number | boolean | null | undefined>;

/** A path with its query; empty and absent values leave no trace in the URL. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** Fills a path with encoded parts: path`/order/${id}/cancellation`. */
export function path(strings: TemplateStringsArray, ...parts: (string | number)[]): string {
  return strings.reduce(
    (made, string, at) => made + encodeURIComponent(String(parts[at - 1])) + string,
  );
}

/** Every URL of the house: singular nouns. Centers add theirs here, one line each. */
export const paths = {
  home: () => "/",
  search: (query?: string) => withQuery("/search", { q: query }),
  signIn: () => "/session",
  signOut: () => "/session/end",
  preference: () => "/preference",
  oneTimeLink: (purpose: "invitation" | "reset", token: string) =>
    purpose === "invitation" ? path`/invitation/${token}` : path`/password-reset/${token}`,
  me: () => "/me",
  mySession: (id: string) => path`/me/session/${id}/end`,
  myToken: (id?: string) => id ? path`/me/token/${id}/revocation` : "/me/token",
  myPassword: () => "/me/password",
  users: (query: Query = {}) => withQuery("/user", query),
  newUser: () => "/user/new",
  user: (id: string) => path`/user/${id}`,
  userAccess: (id: string) => path`/user/${id}/access`,
  userState: (id: string) => path`/user/${id}/state`,
  userLink: (id: string) => path`/user/${id}/link`,
  userSession: (id: string, session: string) => path`/user/${id}/session/${session}/end`,
  userToken: (id: string, token?: string) =>
    token ? path`/user/${id}/token/${token}/revocation` : path`/user/${id}/token`,
  system: () => "/system",
  rerun: (outboxId: number) => path`/system/work/${outboxId}/rerun`,
  audit: (query: Query = {}) => withQuery("/audit", query),
  auditEntry: (seq: number) => path`/audit/${seq}`,
  order: (number: string) => path`/order/${number}`,
  products: (query: Query = {}) => withQuery("/product", query),
  productExport: (query: Query = {}) => withQuery("/product/export", query),
  newProduct: () => "/product/new",
  product: (code: string) => path`/product/${code}`,
  productEdit: (code: string) => path`/product/${code}/edit`,
  productState: (code: string) => path`/product/${code}/state`,
  productPrices: (code: string) => withQuery("/price-list", { sku: code }),
  categories: () => "/category",
  newCategory: () => "/category/new",
  category: (code: string) => path`/category/${code}`,
  partners: (query: Query = {}) => withQuery("/partner", query),
  partnerExport: (query: Query = {}) => withQuery("/partner/export", query),
  newPartner: (kind: string) => withQuery("/partner/new", { kind }),
  partner: (code: string) => path`/partner/${code}`,
  partnerEdit: (code: string) => path`/partner/${code}/edit`,
  partnerRelation: (code: string) => path`/partner/${code}/relation`,
  network: (query: Query = {}) => withQuery("/partner/network", query),
  organisations: () => "/organisation",
  newOrganisation: () => "/organisation/new",
  organisation: (code: string) => path`/organisation/${code}`,
  regions: () => "/region",
  newRegion: () => "/region/new",
  region: (code: string) => path`/region/${code}`,
  imports: (kind?: string) => withQuery("/import", { kind }),
  importRun: (id: string) => path`/import/${id}`,
  importApply: (id: string) => path`/import/${id}/application`,
  importErrors: (id: string) => path`/import/${id}/errors`,
  stock: (query: Query = {}) => withQuery("/stock", query),
  stockExport: (query: Query = {}) => withQuery("/stock/export", query),
  skuStock: (sku: string, query: Query = {}) => withQuery(path`/stock/${sku}`, query),
  stockEntry: (query: Query = {}) => withQuery("/stock/entry", query),
  stockDocument: (number: string) => path`/stock/entry/${number}`,
  nodes: (query: Query = {}) => withQuery("/node", query),
  newNode: () => "/node/new",
  node: (code: string) => path`/node/${code}`,
  editNode: (code: string) => path`/node/${code}/edit`,
  pools: () => "/pool",
  newPool: () => "/pool/new",
  pool: (code: string) => path`/pool/${code}`,
  priceLists: (query: Query = {}) => withQuery("/price-list", query),
  newPriceList: () => "/price-list/new",
  priceList: (code: string, query: Query = {}) => withQuery(path`/price-list/${code}`, query),
  editPriceList: (code: string) => path`/price-list/${code}/edit`,
  priceListExport: (code: string) => path`/price-list/${code}/export`,
  priceRow: (list: string, key: Query = {}) => withQuery(path`/price-list/${list}/row`, key),
  price: (query: Query = {}) => withQuery("/price", query),
  credits: (query: Query = {}) => withQuery("/credit", query),
  newCredit: () => "/credit/new",
  credit: (dealer: string, query: Query = {}) => withQuery(path`/credit/${dealer}`, query),
  rateCards: (query: Query = {}) => withQuery("/rate-card", query),
  newRateCard: () => "/rate-card/new",
  rateCard: (code: string) => path`/rate-card/${code}`,
  editRateCard: (code: string) => path`/rate-card/${code}/edit`,
  orderRouting: (order: string) => path`/order/${order}/routing`,
  orderRoutingOverride: (order: string) => path`/order/${order}/routing-override`,
  orderRelease: (order: string) => path`/order/${order}/release`,
  work: (query: Query = {}) => withQuery("/fulfilment", query),
  workExport: (query: Query = {}) => withQuery("/fulfilment/export", query),
  fulfilment: (number: string, query: Query = {}) => withQuery(path`/fulfilment/${number}`, query),
  pickList: (number: string) => path`/fulfilment/${number}/pick-list`,
  packingSlip: (number: string, shipment?: string) =>
    withQuery(path`/fulfilment/${number}/packing-slip`, { shipment }),
  newShipment: (fulfilment: string) => path`/fulfilment/${fulfilment}/shipment`,
  shipments: (query: Query = {}) => withQuery("/shipment", query),
  shipment: (number: string, query: Query = {}) => withQuery(path`/shipment/${number}`, query),
  delivery: (shipment: string) => path`/shipment/${shipment}/delivery`,
  accounts: (query: Query = {}) => withQuery("/account", query),
  accountExport: (query: Query = {}) => withQuery("/account/export", query),
  account: (dealer: string, query: Query = {}) => withQuery(path`/account/${dealer}`, query),
  statementExport: (dealer: string, query: Query = {}) =>
    withQuery(path`/account/${dealer}/export`, query),
  receipts: (query: Query = {}) => withQuery("/receipt", query),
  newReceipt: (query: Query = {}) => withQuery("/receipt/new", query),
  receiptPreview: () => "/receipt/preview",
  receipt: (number: string, query: Query = {}) => withQuery(path`/receipt/${number}`, query),
  journals: (query: Query = {}) => withQuery("/journal", query),
  journal: (number: string) => path`/journal/${number}`,
  kit: () => "/_kit",
  openApi: () => "/api/v1/openapi.json",
  asset: (file: string) => `/assets/${file}`,
};
