-- A dealer's wish (draft), the order it becomes, and everything that happened to it.

create table order_draft (
  id text primary key,
  dealer_id text not null references partner (id),
  user_id text not null references app_user (id),
  content text not null,
  updated_at text not null,
  version integer not null
) strict, without rowid;
create index order_draft_by_dealer on order_draft (dealer_id, updated_at);

create table sales_order (
  id text primary key,
  number text not null unique,
  dealer_id text not null references partner (id),
  organisation_id text not null references organisation (id),
  region_id text not null references region (id),
  pool_id text not null references pool (id),
  address_id text not null references address (id),
  channel text not null,
  currency text not null,
  external_number text,
  note text not null,
  required_on text,
  goods_minor integer not null check (goods_minor >= 0),
  discount_minor integer not null check (discount_minor >= 0),
  freight_minor integer not null check (freight_minor >= 0),
  total_minor integer not null,
  tax_minor integer not null,
  line_count integer not null,
  placed_by text not null references app_user (id),
  on_behalf_of text references partner (id),
  submitted_at text not null,
  commercial text not null check (commercial in ('submitted', 'awaiting_approval', 'confirmed', 'rejected', 'cancelled')),
  fulfilment text not null check (fulfilment in ('unrouted', 'routed', 'released', 'part_shipped', 'shipped', 'delivered', 'completed', 'none')),
  stage text generated always as (case when commercial = 'confirmed' then fulfilment else commercial end) virtual,
  awaiting text check (awaiting in ('dealer', 'company')),
  holds_stock integer not null check (holds_stock in (0, 1)),
  released_at text,
  completed_at text,
  version integer not null,
  check (total_minor = goods_minor - discount_minor + freight_minor),
  check ((commercial = 'awaiting_approval') = (awaiting is not null)),
  check ((commercial = 'confirmed') or fulfilment = 'none')
) strict, without rowid;
create index sales_order_by_stage on sales_order (stage, id);
create index sales_order_by_dealer on sales_order (dealer_id, id);
create index sales_order_by_dealer_stage on sales_order (dealer_id, stage, id);
create index sales_order_by_organisation on sales_order (organisation_id, id);
create index sales_order_by_organisation_stage on sales_order (organisation_id, stage, id);
create index sales_order_by_region on sales_order (region_id, id);
create index sales_order_by_region_stage on sales_order (region_id, stage, id);
create unique index sales_order_by_external on sales_order (dealer_id, external_number) where external_number is not null;
create index sales_order_by_external_number on sales_order (external_number) where external_number is not null;

create table sales_order_line (
  order_id text not null references sales_order (id),
  line_no integer not null,
  sku_id text not null references sku (id),
  unit text not null,
  unit_factor integer not null check (unit_factor >= 1),
  quantity integer not null check (quantity >= 1),
  base_quantity integer not null check (base_quantity = quantity * unit_factor),
  price_list_id text references price_list (id),
  price_e4 integer not null check (price_e4 >= 0),
  price_why text not null,
  goods_minor integer not null check (goods_minor >= 0),
  discount_bp integer not null check (discount_bp between 0 and 10000),
  discount_reason text not null,
  discount_minor integer not null check (discount_minor between 0 and goods_minor),
  freight_minor integer not null check (freight_minor >= 0),
  tax_rate_bp integer not null,
  tax_minor integer not null check (tax_minor >= 0),
  weight_gram integer not null,
  open integer not null check (open >= 0),
  allocated integer not null check (allocated >= 0),
  released integer not null check (released >= 0),
  shipped integer not null check (shipped >= 0),
  delivered integer not null check (delivered >= 0),
  cancelled integer not null check (cancelled >= 0),
  posted_minor integer not null default 0,
  posted_freight_minor integer not null default 0,
  posted_tax_minor integer not null default 0,
  primary key (order_id, line_no),
  check (open + allocated + released + shipped + delivered + cancelled = base_quantity)
) strict, without rowid;
create index sales_order_line_by_sku on sales_order_line (sku_id, order_id);

create table order_event (
  order_id text not null references sales_order (id),
  seq integer not null,
  at text not null,
  kind text not null,
  user_id text not null references app_user (id),
  user_name text not null,
  on_behalf_of text references partner (id),
  reason text not null,
  detail text not null,
  primary key (order_id, seq)
) strict, without rowid;

create table order_approval (
  order_id text not null references sales_order (id),
  gate text not null check (gate in ('dealer', 'company')),
  causes text not null,
  state text not null check (state in ('waiting', 'approved', 'rejected', 'void')),
  asked_at text not null,
  decided_at text,
  decided_by text references app_user (id),
  reason text not null,
  reminded_at text,
  primary key (order_id, gate),
  check ((state in ('approved', 'rejected')) = (decided_by is not null))
) strict, without rowid;
create index order_approval_waiting on order_approval (gate, asked_at) where state = 'waiting';
