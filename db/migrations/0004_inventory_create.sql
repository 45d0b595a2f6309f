-- Where goods lie, every movement of them, and what is promised to whom.
-- A node belongs to one pool at most, so that no unit can be promised through two doors.

create table pool (
  id text primary key,
  code text not null unique,
  name_zh text not null,
  name_en text not null,
  version integer not null
) strict, without rowid;

create table node (
  id text primary key,
  code text not null unique,
  name_zh text not null,
  name_en text not null,
  type text not null check (type in ('plant', 'central', 'regional', 'dealer', 'store', 'third_party', 'supplier', 'in_transit')),
  organisation_id text not null references organisation (id),
  region_id text not null references region (id),
  partner_id text references partner (id),
  pool_id text references pool (id),
  province text not null,
  city text not null,
  stocks integer not null check (stocks in (0, 1)),
  ships integer not null check (ships in (0, 1)),
  handling_minor integer not null check (handling_minor >= 0),
  daily_capacity integer not null check (daily_capacity >= 0),
  open_weekdays integer not null check (open_weekdays between 0 and 127),
  lead_days integer not null check (lead_days >= 0),
  state text not null check (state in ('active', 'inactive')),
  version integer not null
) strict, without rowid;
create index node_by_pool on node (pool_id, code);

create table stock_entry (
  id integer primary key,
  at text not null,
  recorded_at text not null,
  node_id text not null references node (id),
  sku_id text not null references sku (id),
  quantity integer not null check (quantity <> 0),
  kind text not null check (kind in ('receipt', 'adjustment', 'shipment', 'count')),
  reason text not null,
  document text not null,
  effect_key text not null unique,
  user_id text not null references app_user (id)
) strict;
create index stock_entry_by_balance on stock_entry (node_id, sku_id, id);
create index stock_entry_by_sku on stock_entry (sku_id, id);
create index stock_entry_by_document on stock_entry (document);

create table node_stock (
  node_id text not null references node (id),
  sku_id text not null references sku (id),
  on_hand integer not null check (on_hand >= 0),
  pinned integer not null check (pinned >= 0),
  primary key (node_id, sku_id),
  check (pinned <= on_hand)
) strict, without rowid;
create index node_stock_by_sku on node_stock (sku_id, node_id);

create table pool_stock (
  pool_id text not null references pool (id),
  sku_id text not null references sku (id),
  on_hand integer not null check (on_hand >= 0),
  reserved integer not null check (reserved >= 0),
  primary key (pool_id, sku_id),
  check (reserved <= on_hand)
) strict, without rowid;
create index pool_stock_by_sku on pool_stock (sku_id, pool_id);

create table reservation (
  order_id text not null references sales_order (id),
  sku_id text not null references sku (id),
  pool_id text not null references pool (id),
  quantity integer not null check (quantity > 0),
  posted integer not null check (posted >= 0),
  voided integer not null check (voided >= 0),
  state text not null check (state in ('pending', 'closed', 'expired')),
  expires_at text,
  primary key (order_id, sku_id),
  check (posted + voided <= quantity),
  check ((state = 'pending') = (posted + voided < quantity))
) strict, without rowid;
create index reservation_due on reservation (pool_id, sku_id, expires_at) where state = 'pending' and expires_at is not null;
create index reservation_expiring on reservation (expires_at) where state = 'pending' and expires_at is not null;
create index reservation_pending on reservation (pool_id, sku_id) where state = 'pending';

create table pin (
  order_id text not null,
  line_no integer not null,
  node_id text not null references node (id),
  sku_id text not null references sku (id),
  quantity integer not null check (quantity > 0),
  posted integer not null check (posted >= 0),
  voided integer not null check (voided >= 0),
  primary key (order_id, line_no, node_id),
  foreign key (order_id, line_no) references sales_order_line (order_id, line_no),
  check (posted + voided <= quantity)
) strict, without rowid;
create index pin_by_node on pin (node_id, sku_id) where posted + voided < quantity;
