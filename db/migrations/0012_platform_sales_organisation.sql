-- Sales belong to an organisation, whose partners they keep.
-- Those without one go to the nearest that stands above all partners of their regions.

create view organisation_above as
with recursive line (id, above) as (
  select id, id from organisation
  union
  select line.id, o.parent_id from line join organisation o on o.id = line.above
  where o.parent_id is not null
)
select id, above from line;

create view homeless_sales as
select u.id from app_user u
where u.organisation_id is null and u.dealer_id is null
  and exists (select 1 from user_role r where r.user_id = u.id and r.role = 'sales');

-- How many partners of their regions stand below an organisation, and how deep that one stands itself.
create view sales_claim as
select u.id as user_id, o.id as organisation_id, o.code,
  (select count(*) from user_region r join partner p on p.region_id = r.region_id
   join organisation_above a on a.id = p.organisation_id
   where r.user_id = u.id and a.above = o.id) as partners,
  (select count(*) from organisation_above a where a.id = o.id) as depth
from homeless_sales u join organisation o;

-- Whose regions are still empty goes to the top.
update app_user set organisation_id = (
  select organisation_id from sales_claim where sales_claim.user_id = app_user.id
  order by partners desc, iif(partners > 0, -depth, depth), code
  limit 1
) where id in (select id from homeless_sales);

drop view sales_claim;
drop view homeless_sales;
drop view organisation_above;
