-- A receipt, adjustment or count is opened by its number.

create index stock_entry_by_document on stock_entry (document);
