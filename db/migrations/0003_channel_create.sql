-- Our own organisations, the partners of the channel, and how they are related from when to when.

create table organisation (
  id text primary key,
  code text not null unique,
  name_zh text not null,
  name_en text not null,
  parent_id text references organisation (id),
  currency text not null,
  valid_from text not null,
  valid_until text,
  version integer not null
) strict, without rowid;

create table region (
  id text primary key,
  code text not null unique,
  name_zh text not null,
  name_en text not null,
  parent_id text references region (id),
  version integer not null
) strict, without rowid;

create table partner (
  id text primary key,
  code text not null unique,
  kind text not null check (kind in ('dealer', 'store', 'supplier', 'carrier')),
  name_zh text not null,
  name_en text not null,
  grade text,
  organisation_id text not null references organisation (id),
  region_id text not null references region (id),
  pool_id text references pool (id),
  currency text not null,
  phone text,
  sells integer not null check (sells in (0, 1)),
  stocks integer not null check (stocks in (0, 1)),
  ships integer not null check (ships in (0, 1)),
  settles integer not null check (settles in (0, 1)),
  approval_limit_minor integer check (approval_limit_minor >= 0),
  state text not null check (state in ('active', 'suspended')),
  search text not null,
  updated_at text not null,
  version integer not null,
  check (kind <> 'dealer' or pool_id is not null)
) strict, without rowid;
create index partner_by_kind on partner (kind, code);
create index partner_by_region on partner (region_id, kind, code);
create index partner_by_organisation on partner (organisation_id, kind, code);

-- At any instant a partner has at most one partner above; moving it ends one row and starts the next.
create table partner_relation (
  child_id text not null references partner (id),
  parent_id text not null references partner (id),
  valid_from text not null,
  valid_until text,
  primary key (child_id, valid_from),
  check (child_id <> parent_id),
  check (valid_until is null or valid_until > valid_from)
) strict, without rowid;
create index partner_relation_by_parent on partner_relation (parent_id, child_id);

create table address (
  id text primary key,
  partner_id text not null references partner (id),
  code text not null,
  contact text not null,
  phone text not null,
  province text not null,
  city text not null,
  street text not null,
  zone text not null,
  is_default integer not null check (is_default in (0, 1)),
  state text not null check (state in ('active', 'retired')),
  unique (partner_id, code)
) strict, without rowid;

-- The house itself acts under this name: jobs, the clock, the first import. It can never sign in.
insert into app_user (id, login, name, state, created_at, version)
values ('00000000000000000000000000', 'system', '系统', 'disabled', '2026-01-01T00:00:00.000Z', 1);
