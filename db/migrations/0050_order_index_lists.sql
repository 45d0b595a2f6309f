-- A warehouse pages through the orders it ships; anybody finds an order by the customer's own number.

create index fulfilment_by_node_order on fulfilment (node_id, order_id);
create index sales_order_by_external_number on sales_order (external_number) where external_number is not null;
