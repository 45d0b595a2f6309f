-- A warehouse asks all day for the orders it has yet to pick: few of all it ever had a part of.
create index fulfilment_planned on fulfilment (node_id, order_id) where state = 'planned';
