-- What an order writes is what its commit costs: indexes nobody asks are dropped.
-- Stored replies lie in the order they came: sorted by the callers' keys, each touched pages all over.
drop index sales_order_line_by_sku;
drop index credit_entry_by_order;
drop index outbox_done;

create table stored_reply (
  id integer primary key,
  principal_id text not null,
  route text not null,
  key text not null,
  body_hash text not null,
  status integer not null,
  reply text not null,
  created_at text not null,
  unique (principal_id, route, key)
) strict;
insert into stored_reply (principal_id, route, key, body_hash, status, reply, created_at)
  select principal_id, route, key, body_hash, status, reply, created_at
  from idempotency order by created_at;
drop table idempotency;
alter table stored_reply rename to idempotency;
