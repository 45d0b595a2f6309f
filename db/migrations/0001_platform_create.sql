-- Who may enter, what was done by whom, and the diary from which all later work starts.

create table app_user (
  id text primary key,
  login text not null unique,
  name text not null,
  dealer_id text references partner (id),
  organisation_id text references organisation (id),
  state text not null check (state in ('invited', 'active', 'disabled')),
  password_hash text,
  language text not null default 'zh' check (language in ('zh', 'en')),
  created_at text not null,
  version integer not null,
  check (state <> 'active' or password_hash is not null)
) strict, without rowid;
create index app_user_by_dealer on app_user (dealer_id);

create table user_role (
  user_id text not null references app_user (id),
  role text not null,
  primary key (user_id, role)
) strict, without rowid;

create table user_region (
  user_id text not null references app_user (id),
  region_id text not null references region (id),
  primary key (user_id, region_id)
) strict, without rowid;

create table user_node (
  user_id text not null references app_user (id),
  node_id text not null references node (id),
  primary key (user_id, node_id)
) strict, without rowid;

create table session (
  token_hash text primary key,
  id text not null unique,
  user_id text not null references app_user (id),
  created_at text not null,
  seen_at text not null,
  expires_at text not null,
  address text not null,
  agent text not null
) strict, without rowid;
create index session_by_user on session (user_id);
create index session_by_expiry on session (expires_at);

create table api_token (
  id text primary key,
  token_hash text not null unique,
  user_id text not null references app_user (id),
  name text not null,
  created_at text not null,
  revoked_at text
) strict, without rowid;
create index api_token_by_user on api_token (user_id);

create table one_time_link (
  token_hash text primary key,
  user_id text not null references app_user (id),
  purpose text not null check (purpose in ('invitation', 'reset')),
  expires_at text not null,
  used_at text
) strict, without rowid;
create index one_time_link_by_user on one_time_link (user_id);

create table login_throttle (
  key text primary key,
  failures integer not null,
  first_at text not null,
  blocked_until text not null
) strict, without rowid;

create table denial (
  id integer primary key,
  at text not null,
  user_id text,
  method text not null,
  route text not null,
  reason text not null,
  request_id text not null
) strict;

create table idempotency (
  principal_id text not null,
  route text not null,
  key text not null,
  body_hash text not null,
  status integer not null,
  reply text not null,
  created_at text not null,
  primary key (principal_id, route, key)
) strict, without rowid;
create index idempotency_by_age on idempotency (created_at);

-- The hash covers the digest of the events, so that personal data may be erased and the chain still holds.
create table audit (
  seq integer primary key,
  at text not null,
  user_id text not null,
  user_name text not null,
  on_behalf_of text,
  action text not null,
  subject_id text not null,
  events text,
  events_hash text not null,
  previous_hash text not null,
  hash text not null
) strict;
create index audit_by_subject on audit (subject_id, seq);
create index audit_by_user on audit (user_id, seq);

-- One row an event; its words stand once, in the audit row of the same unit. The id is made of that
-- row's number and the position, so it only ever grows, also after old rows are purged.
create table outbox (
  id integer primary key,
  audit_seq integer not null references audit (seq),
  position integer not null,
  type text not null,
  aggregate_id text not null,
  at text not null,
  state text not null default 'pending' check (state in ('pending', 'done', 'parked')),
  attempts integer not null default 0,
  next_at text,
  error text
) strict;
create index outbox_waiting on outbox (id) where state <> 'done';
create index outbox_done on outbox (at) where state = 'done';

create table delivery (
  outbox_id integer not null references outbox (id) on delete cascade,
  listener text not null,
  at text not null,
  primary key (outbox_id, listener)
) strict, without rowid;

create table number_series (
  series text not null,
  year integer not null,
  next_value integer not null check (next_value >= 1),
  primary key (series, year)
) strict, without rowid;

-- What the house did for itself: backups, checks. The operator's page shows the newest of each kind.
create table upkeep (
  id integer primary key,
  kind text not null,
  at text not null,
  ok integer not null check (ok in (0, 1)),
  detail text not null
) strict;
create index upkeep_by_kind on upkeep (kind, id);
