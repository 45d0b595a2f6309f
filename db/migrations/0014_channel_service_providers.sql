-- A partner may have one function more (services), and there is one kind more, which has it.
-- A check cannot be altered in place: its text is changed and the schema is read again.

alter table partner add column services integer not null default 0 check (services in (0, 1));
pragma writable_schema = on;
update sqlite_schema
set sql = replace(sql, '''supplier'', ''carrier'')', '''supplier'', ''carrier'', ''service_provider'')')
where type = 'table' and name = 'partner';
pragma writable_schema = reset;
