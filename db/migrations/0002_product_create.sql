-- What is sold: a tree of categories, stock keeping units and the units they are sold in.

create table category (
  id text primary key,
  code text not null unique,
  name_zh text not null,
  name_en text not null,
  parent_id text references category (id),
  version integer not null
) strict, without rowid;

create table sku (
  id text primary key,
  code text not null unique,
  name_zh text not null,
  name_en text not null,
  specification text not null,
  brand text not null,
  category_id text not null references category (id),
  barcode text,
  base_unit text not null,
  sales_unit text not null,
  tax_rate_bp integer not null check (tax_rate_bp between 0 and 10000),
  weight_gram integer not null check (weight_gram >= 0),
  cost_e4 integer check (cost_e4 >= 0),
  attributes text not null,
  state text not null check (state in ('draft', 'on_sale', 'phase_out', 'withdrawn')),
  search text not null,
  updated_at text not null,
  version integer not null
) strict, without rowid;
create index sku_by_barcode on sku (barcode) where barcode is not null;
create index sku_by_state on sku (state, code);
create index sku_by_category on sku (category_id, code);

create table sku_unit (
  sku_id text not null references sku (id),
  code text not null,
  factor integer not null check (factor >= 1),
  primary key (sku_id, code)
) strict, without rowid;
