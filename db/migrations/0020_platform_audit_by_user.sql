-- The audit trail is also read by who did it, however long it has become.
create index audit_by_user on audit (user_id, seq);
