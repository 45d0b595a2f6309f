import type { Generated, GeneratedAlways } from "kysely";

type AppUser = {
  id: string;
  login: string;
  name: string;
  dealer_id: string | null;
  organisation_id: string | null;
  state: string;
  password_hash: string | null;
  language: Generated<string>;
  created_at: string;
  version: number;
};

type UserRole = {
  user_id: string;
  role: string;
};

type UserRegion = {
  user_id: string;
  region_id: string;
};

type UserNode = {
  user_id: string;
  node_id: string;
};

type Session = {
  token_hash: string;
  id: string;
  user_id: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
  address: string;
  agent: string;
};

type ApiToken = {
  id: string;
  token_hash: string;
  user_id: string;
  name: string;
  created_at: string;
  revoked_at: string | null;
};

type OneTimeLink = {
  token_hash: string;
  user_id: string;
  purpose: string;
  expires_at: string;
  used_at: string | null;
};

type LoginThrottle = {
  key: string;
  failures: number;
  first_at: string;
  blocked_until: string;
};

type Denial = {
  id: Generated<number>;
  at: string;
  user_id: string | null;
  method: string;
  route: string;
  reason: string;
  request_id: string;
};

type Audit = {
  seq: Generated<number>;
  at: string;
  user_id: string;
  user_name: string;
  on_behalf_of: string | null;
  action: string;
  subject_id: string;
  events: string | null;
  events_hash: string;
  previous_hash: string;
  hash: string;
};

type Outbox = {
  id: Generated<number>;
  audit_seq: number;
  position: number;
  type: string;
  aggregate_id: string;
  at: string;
  state: Generated<string>;
  attempts: Generated<number>;
  next_at: string | null;
  error: string | null;
};

type Delivery = {
  outbox_id: number;
  listener: string;
  at: string;
};

type NumberSeries = {
  series: string;
  year: number;
  next_value: number;
};

type Upkeep = {
  id: Generated<number>;
  kind: string;
  at: string;
  ok: number;
  detail: string;
};

type Category = {
  id: string;
  code: string;
  name_zh: string;
  name_en: string;
  parent_id: string | null;
  version: number;
};

type Sku = {
  id: string;
  code: string;
  name_zh: string;
  name_en: string;
  specification: string;
  brand: string;
  category_id: string;
  barcode: string | null;
  base_unit: string;
  sales_unit: string;
  tax_rate_bp: number;
  weight_gram: number;
  cost_e4: number | null;
  attributes: string;
  state: string;
  search: string;
  updated_at: string;
  version: number;
};

type SkuUnit = {
  sku_id: string;
  code: string;
  factor: number;
};

type Organisation = {
  id: string;
  code: string;
  name_zh: string;
  name_en: string;
  parent_id: string | null;
  currency: string;
  valid_from: string;
  valid_until: string | null;
  version: number;
  discount_limit_bp: Generated<number>;
};

type Region = {
  id: string;
  code: string;
  name_zh: string;
  name_en: string;
  parent_id: string | null;
  version: number;
};

type Partner = {
  id: string;
  code: string;
  kind: string;
  name_zh: string;
  name_en: string;
  grade: string | null;
  organisation_id: string;
  region_id: string;
  pool_id: string | null;
  currency: string;
  phone: string | null;
  sells: number;
  stocks: number;
  ships: number;
  settles: number;
  approval_limit_minor: number | null;
  state: string;
  search: string;
  updated_at: string;
  version: number;
  services: Generated<number>;
};

type PartnerRelation = {
  child_id: string;
  parent_id: string;
  valid_from: string;
  valid_until: string | null;
};

type Address = {
  id: string;
  partner_id: string;
  code: string;
  contact: string;
  phone: string;
  province: string;
  city: string;
  street: string;
  zone: string;
  is_default: number;
  state: string;
};

type Pool = {
  id: string;
  code: string;
  name_zh: string;
  name_en: string;
  version: number;
  organisation_id: string;
};

type Node = {
  id: string;
  code: string;
  name_zh: string;
  name_en: string;
  type: string;
  organisation_id: string;
  region_id: string;
  partner_id: string | null;
  pool_id: string | null;
  province: string;
  city: string;
  stocks: number;
  ships: number;
  handling_minor: number;
  daily_capacity: number;
  open_weekdays: number;
  lead_days: number;
  state: string;
  version: number;
  pinned_units: Generated<number>;
};

type StockEntry = {
  id: Generated<number>;
  at: string;
  recorded_at: string;
  node_id: string;
  sku_id: string;
  quantity: number;
  kind: string;
  reason: string;
  document: string;
  effect_key: string;
  user_id: string;
};

type NodeStock = {
  node_id: string;
  sku_id: string;
  on_hand: number;
  pinned: number;
};

type PoolStock = {
  pool_id: string;
  sku_id: string;
  on_hand: number;
  reserved: number;
};

type Reservation = {
  order_id: string;
  sku_id: string;
  pool_id: string;
  quantity: number;
  posted: number;
  voided: number;
  state: string;
  expires_at: string | null;
};

type Pin = {
  order_id: string;
  line_no: number;
  node_id: string;
  sku_id: string;
  quantity: number;
  posted: number;
  voided: number;
};

type PriceList = {
  id: string;
  code: string;
  name_zh: string;
  name_en: string;
  currency: string;
  organisation_id: string | null;
  channel: string | null;
  grade: string | null;
  dealer_id: string | null;
  valid_from: string;
  valid_until: string | null;
  version: number;
  region_id: string | null;
};

type PriceRow = {
  sku_id: string;
  price_list_id: string;
  unit: string;
  min_quantity: number;
  valid_from: string;
  valid_until: string | null;
  price_e4: number;
  version: number;
};

type CreditAccount = {
  id: string;
  dealer_id: string;
  organisation_id: string;
  currency: string;
  limit_minor: number;
  term_days: number;
  over_limit: string;
  overdue: string;
  open_order_minor: Generated<number>;
  receivable_minor: Generated<number>;
  version: number;
};

type CreditEntry = {
  id: Generated<number>;
  account_id: string;
  at: string;
  kind: string;
  order_id: string | null;
  document: string;
  open_order_minor: number;
  receivable_minor: number;
  effect_key: string;
};

type OrderDraft = {
  id: string;
  dealer_id: string;
  user_id: string;
  content: string;
  updated_at: string;
  version: number;
};

type SalesOrder = {
  id: string;
  number: string;
  dealer_id: string;
  organisation_id: string;
  region_id: string;
  pool_id: string;
  address_id: string;
  channel: string;
  currency: string;
  external_number: string | null;
  note: string;
  required_on: string | null;
  goods_minor: number;
  discount_minor: number;
  freight_minor: number;
  total_minor: number;
  tax_minor: number;
  line_count: number;
  placed_by: string;
  on_behalf_of: string | null;
  submitted_at: string;
  commercial: string;
  fulfilment: string;
  stage: GeneratedAlways<string>;
  awaiting: string | null;
  holds_stock: number;
  released_at: string | null;
  completed_at: string | null;
  version: number;
};

type SalesOrderLine = {
  order_id: string;
  line_no: number;
  sku_id: string;
  unit: string;
  unit_factor: number;
  quantity: number;
  base_quantity: number;
  price_list_id: string | null;
  price_e4: number;
  price_why: string;
  goods_minor: number;
  discount_bp: number;
  discount_reason: string;
  discount_minor: number;
  freight_minor: number;
  tax_rate_bp: number;
  tax_minor: number;
  weight_gram: number;
  open: number;
  allocated: number;
  released: number;
  shipped: number;
  delivered: number;
  cancelled: number;
  posted_minor: Generated<number>;
  posted_freight_minor: Generated<number>;
  posted_tax_minor: Generated<number>;
};

type OrderEvent = {
  order_id: string;
  seq: number;
  at: string;
  kind: string;
  user_id: string;
  user_name: string;
  on_behalf_of: string | null;
  reason: string;
  detail: string;
};

type OrderApproval = {
  order_id: string;
  gate: string;
  causes: string;
  state: string;
  asked_at: string;
  decided_at: string | null;
  decided_by: string | null;
  reason: string;
  reminded_at: string | null;
};

type RateCard = {
  id: string;
  code: string;
  carrier_id: string;
  node_id: string;
  valid_from: string;
  valid_until: string | null;
  version: number;
};

type RateCardZone = {
  rate_card_id: string;
  zone: string;
  first_weight_gram: number;
  first_minor: number;
  step_weight_gram: number;
  step_minor: number;
  lead_days: number;
};

type RoutingDecision = {
  order_id: string;
  seq: number;
  at: string;
  user_id: string;
  cost_minor: number;
  bound_minor: number;
  optimal: number;
  override_reason: string | null;
  detail: string;
};

type Fulfilment = {
  id: string;
  number: string;
  order_id: string;
  node_id: string;
  carrier_id: string | null;
  freight_minor: number;
  promised_on: string | null;
  state: string;
  released_at: string | null;
  version: number;
};

type FulfilmentLine = {
  fulfilment_id: string;
  line_no: number;
  sku_id: string;
  quantity: number;
  shipped: number;
  voided: number;
};

type Shipment = {
  id: string;
  number: string;
  fulfilment_id: string;
  order_id: string;
  dealer_id: string;
  node_id: string;
  carrier_id: string | null;
  tracking_number: string;
  currency: string;
  goods_minor: number;
  freight_minor: number;
  tax_minor: number;
  shipped_at: string;
  shipped_by: string;
  delivered_at: string | null;
  signed_by: string | null;
  version: number;
};

type ShipmentLine = {
  shipment_id: string;
  line_no: number;
  sku_id: string;
  quantity: number;
  goods_minor: number;
  freight_minor: number;
  tax_minor: number;
};

type Journal = {
  id: string;
  number: string;
  at: string;
  kind: string;
  document_id: string;
  effect_key: string;
  reverses_id: string | null;
  memo: string;
};

type Posting = {
  journal_id: string;
  seq: number;
  account: string;
  partner_id: string | null;
  currency: string;
  amount_minor: number;
};

type OpenItem = {
  id: string;
  dealer_id: string;
  order_id: string;
  shipment_id: string;
  currency: string;
  amount_minor: number;
  open_minor: number;
  posted_at: string;
  due_on: string;
};

type Receipt = {
  id: string;
  number: string;
  dealer_id: string;
  currency: string;
  amount_minor: number;
  unapplied_minor: number;
  received_at: string;
  method: string;
  reference: string;
  recorded_by: string;
};

type ReceiptApplication = {
  receipt_id: string;
  open_item_id: string;
  amount_minor: number;
};

type Idempotency = {
  id: Generated<number>;
  principal_id: string;
  route: string;
  key: string;
  body_hash: string;
  status: number;
  reply: string;
  created_at: string;
};

type SchemaMigration = {
  number: Generated<number>;
  name: string;
  at: string;
};

/** Every table of the migrated database; schema_test.ts compares the two. */
export type Schema = {
  app_user: AppUser;
  user_role: UserRole;
  user_region: UserRegion;
  user_node: UserNode;
  session: Session;
  api_token: ApiToken;
  one_time_link: OneTimeLink;
  login_throttle: LoginThrottle;
  denial: Denial;
  audit: Audit;
  outbox: Outbox;
  delivery: Delivery;
  number_series: NumberSeries;
  upkeep: Upkeep;
  category: Category;
  sku: Sku;
  sku_unit: SkuUnit;
  organisation: Organisation;
  region: Region;
  partner: Partner;
  partner_relation: PartnerRelation;
  address: Address;
  pool: Pool;
  node: Node;
  stock_entry: StockEntry;
  node_stock: NodeStock;
  pool_stock: PoolStock;
  reservation: Reservation;
  pin: Pin;
  price_list: PriceList;
  price_row: PriceRow;
  credit_account: CreditAccount;
  credit_entry: CreditEntry;
  order_draft: OrderDraft;
  sales_order: SalesOrder;
  sales_order_line: SalesOrderLine;
  order_event: OrderEvent;
  order_approval: OrderApproval;
  rate_card: RateCard;
  rate_card_zone: RateCardZone;
  routing_decision: RoutingDecision;
  fulfilment: Fulfilment;
  fulfilment_line: FulfilmentLine;
  shipment: Shipment;
  shipment_line: ShipmentLine;
  journal: Journal;
  posting: Posting;
  open_item: OpenItem;
  receipt: Receipt;
  receipt_application: ReceiptApplication;
  idempotency: Idempotency;
  schema_migration: SchemaMigration;
};
