-- Who owes what: a double-entry journal, the open items of a dealer and the money applied to them.

create table journal (
  id text primary key,
  number text not null unique,
  at text not null,
  kind text not null check (kind in ('shipment', 'receipt', 'reversal')),
  document_id text not null,
  effect_key text not null unique,
  reverses_id text references journal (id),
  memo text not null
) strict, without rowid;

-- An auditor reads the book by day.
create index journal_by_at on journal (at, id);

create table posting (
  journal_id text not null references journal (id),
  seq integer not null,
  account text not null check (account in ('receivable', 'sales', 'output_tax', 'freight_income', 'bank', 'advance')),
  partner_id text references partner (id),
  currency text not null,
  amount_minor integer not null check (amount_minor <> 0),
  primary key (journal_id, seq)
) strict, without rowid;
create index posting_by_partner on posting (partner_id, currency, account, journal_id);

create table open_item (
  id text primary key,
  dealer_id text not null references partner (id),
  order_id text not null references sales_order (id),
  shipment_id text not null unique references shipment (id),
  currency text not null,
  amount_minor integer not null,
  open_minor integer not null check (open_minor >= 0),
  posted_at text not null,
  due_on text not null,
  check (open_minor <= amount_minor)
) strict, without rowid;
create index open_item_by_dealer on open_item (dealer_id, due_on) where open_minor > 0;
create index open_item_by_order on open_item (order_id);

create table receipt (
  id text primary key,
  number text not null unique,
  dealer_id text not null references partner (id),
  currency text not null,
  amount_minor integer not null check (amount_minor > 0),
  unapplied_minor integer not null check (unapplied_minor >= 0),
  received_at text not null,
  method text not null,
  reference text not null,
  recorded_by text not null references app_user (id),
  check (unapplied_minor <= amount_minor)
) strict, without rowid;
create index receipt_by_dealer on receipt (dealer_id, id);

create table receipt_application (
  receipt_id text not null references receipt (id),
  open_item_id text not null references open_item (id),
  amount_minor integer not null check (amount_minor > 0),
  primary key (receipt_id, open_item_id)
) strict, without rowid;
create index receipt_application_by_item on receipt_application (open_item_id);
