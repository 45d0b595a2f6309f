-- An auditor reads the book by day.

create index journal_by_at on journal (at, id);
