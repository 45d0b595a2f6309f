-- Up to which agreed discount an organisation sells without asking its own approver; one tenth until it says otherwise.

alter table organisation add column discount_limit_bp integer not null default 1000
  check (discount_limit_bp between 0 and 10000);
