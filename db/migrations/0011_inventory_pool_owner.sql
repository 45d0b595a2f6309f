-- A pool belongs to an organisation, so that no other one can change it or draw from its stock.
-- Pools that are there go to the nearest organisation above all who use them, nodes before partners.

create view organisation_above as
with recursive line (id, above) as (
  select id, id from organisation
  union
  select line.id, o.parent_id from line join organisation o on o.id = line.above
  where o.parent_id is not null
)
select id, above from line;

-- How many of those who use a pool stand below an organisation, and how deep that one stands itself.
create view pool_claim as
select pool.id as pool_id, o.id as organisation_id, o.code,
  (select count(*) from node n join organisation_above a on a.id = n.organisation_id
   where n.pool_id = pool.id and a.above = o.id) as nodes,
  (select count(*) from partner p join organisation_above a on a.id = p.organisation_id
   where p.pool_id = pool.id and a.above = o.id) as partners,
  (select count(*) from organisation_above a where a.id = o.id) as depth
from pool join organisation o;

-- Without an organisation there is neither a node nor a partner that could have used a pool.
delete from pool where not exists (select 1 from organisation);

alter table pool add column organisation_id text references organisation (id);

-- What nobody uses yet goes to the top.
update pool set organisation_id = (
  select organisation_id from pool_claim where pool_claim.pool_id = pool.id
  order by nodes desc, partners desc, iif(nodes + partners > 0, -depth, depth), code
  limit 1
);

drop view pool_claim;
drop view organisation_above;

alter table pool alter column organisation_id to organisation_id text not null references organisation (id);
