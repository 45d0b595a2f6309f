-- Prices and credit. A price is in ten-thousandths of a minor unit, for one of the unit sold, tax included.

create table price_list (
  id text primary key,
  code text not null unique,
  name_zh text not null,
  name_en text not null,
  currency text not null,
  organisation_id text references organisation (id),
  channel text,
  grade text,
  dealer_id text references partner (id),
  valid_from text not null,
  valid_until text,
  version integer not null,
  check (valid_until is null or valid_until > valid_from)
) strict, without rowid;
create index price_list_by_dealer on price_list (dealer_id);

create table price_row (
  sku_id text not null references sku (id),
  price_list_id text not null references price_list (id),
  unit text not null,
  min_quantity integer not null check (min_quantity >= 1),
  valid_from text not null,
  valid_until text,
  price_e4 integer not null check (price_e4 >= 0),
  version integer not null,
  primary key (sku_id, price_list_id, unit, min_quantity, valid_from),
  check (valid_until is null or valid_until > valid_from)
) strict, without rowid;
create index price_row_by_list on price_row (price_list_id, sku_id);

create table credit_account (
  id text primary key,
  dealer_id text not null references partner (id),
  organisation_id text not null references organisation (id),
  currency text not null,
  limit_minor integer not null check (limit_minor >= 0),
  term_days integer not null check (term_days >= 0),
  over_limit text not null check (over_limit in ('ignore', 'warn', 'approve', 'block')),
  overdue text not null check (overdue in ('ignore', 'warn', 'approve', 'block')),
  open_order_minor integer not null default 0 check (open_order_minor >= 0),
  receivable_minor integer not null default 0,
  version integer not null,
  unique (dealer_id, currency)
) strict, without rowid;

create table credit_entry (
  id integer primary key,
  account_id text not null references credit_account (id),
  at text not null,
  kind text not null check (kind in ('order', 'release', 'shipment', 'receipt')),
  order_id text references sales_order (id),
  document text not null,
  open_order_minor integer not null,
  receivable_minor integer not null,
  effect_key text not null unique
) strict;
create index credit_entry_by_account on credit_entry (account_id, id);
create index credit_entry_by_order on credit_entry (order_id) where order_id is not null;
