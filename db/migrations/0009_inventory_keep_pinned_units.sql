-- How much a node still has to ship is asked by every routing: it is kept, not summed over the open work.
alter table node add column pinned_units integer not null default 0 check (pinned_units >= 0);
update node set pinned_units = (
  select coalesce(sum(pinned), 0) from node_stock where node_stock.node_id = node.id
);
