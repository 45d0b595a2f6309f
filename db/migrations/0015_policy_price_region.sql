-- A price list may be meant for a region: for it and for all the regions below it.

alter table price_list add column region_id text references region (id);
