-- The stock list asks for one SKU in every pool.

create index pool_stock_by_sku on pool_stock (sku_id, pool_id);
