-- A parcel is found by the number its carrier gave it, and those on their way without reading the rest.

create index shipment_by_tracking on shipment (tracking_number) where tracking_number <> '';
create index shipment_on_the_way on shipment (id) where delivered_at is null;
