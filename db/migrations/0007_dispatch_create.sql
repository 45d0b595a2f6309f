-- From which node an order ships, at what cost, and what left the house when.

create table rate_card (
  id text primary key,
  code text not null unique,
  carrier_id text not null references partner (id),
  node_id text not null references node (id),
  valid_from text not null,
  valid_until text,
  version integer not null
) strict, without rowid;
create index rate_card_by_node on rate_card (node_id);

create table rate_card_zone (
  rate_card_id text not null references rate_card (id),
  zone text not null,
  first_weight_gram integer not null check (first_weight_gram > 0),
  first_minor integer not null check (first_minor >= 0),
  step_weight_gram integer not null check (step_weight_gram > 0),
  step_minor integer not null check (step_minor >= 0),
  lead_days integer not null check (lead_days >= 0),
  primary key (rate_card_id, zone)
) strict, without rowid;

create table routing_decision (
  order_id text not null references sales_order (id),
  seq integer not null,
  at text not null,
  user_id text not null references app_user (id),
  cost_minor integer not null,
  bound_minor integer not null,
  optimal integer not null check (optimal in (0, 1)),
  override_reason text,
  detail text not null,
  primary key (order_id, seq)
) strict, without rowid;

create table fulfilment (
  id text primary key,
  number text not null unique,
  order_id text not null references sales_order (id),
  node_id text not null references node (id),
  carrier_id text references partner (id),
  freight_minor integer not null,
  promised_on text,
  state text not null check (state in ('planned', 'released', 'part_shipped', 'shipped', 'void')),
  released_at text,
  version integer not null
) strict, without rowid;
create index fulfilment_by_order on fulfilment (order_id);
create index fulfilment_by_node_order on fulfilment (node_id, order_id);
create index fulfilment_by_node on fulfilment (node_id, state, id);
create index fulfilment_by_state on fulfilment (state, id);

create table fulfilment_line (
  fulfilment_id text not null references fulfilment (id),
  line_no integer not null,
  sku_id text not null references sku (id),
  quantity integer not null check (quantity > 0),
  shipped integer not null check (shipped >= 0),
  voided integer not null check (voided >= 0),
  primary key (fulfilment_id, line_no),
  check (shipped + voided <= quantity)
) strict, without rowid;

create table shipment (
  id text primary key,
  number text not null unique,
  fulfilment_id text not null references fulfilment (id),
  order_id text not null references sales_order (id),
  dealer_id text not null references partner (id),
  node_id text not null references node (id),
  carrier_id text references partner (id),
  tracking_number text not null,
  currency text not null,
  goods_minor integer not null,
  freight_minor integer not null,
  tax_minor integer not null,
  shipped_at text not null,
  shipped_by text not null references app_user (id),
  delivered_at text,
  signed_by text,
  version integer not null,
  check ((delivered_at is null) = (signed_by is null))
) strict, without rowid;
create index shipment_by_order on shipment (order_id);
create index shipment_by_dealer on shipment (dealer_id, id);
create index shipment_by_node on shipment (node_id, id);
create index shipment_by_tracking on shipment (tracking_number) where tracking_number <> '';
create index shipment_on_the_way on shipment (id) where delivered_at is null;

create table shipment_line (
  shipment_id text not null references shipment (id),
  line_no integer not null,
  sku_id text not null references sku (id),
  quantity integer not null check (quantity > 0),
  goods_minor integer not null,
  freight_minor integer not null,
  tax_minor integer not null,
  primary key (shipment_id, line_no)
) strict, without rowid;
