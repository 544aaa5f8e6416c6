-- "What came in since" goes by the moment of adding.
create index report_by_added on report (added_at, id);
