-- The sums of outlets from indexes alone: a row of a report is long.
drop index report_by_outlet;
create index report_by_outlet on report (outlet, day);
create index report_group_copy on report_group (report_id) where relation not in ('none', 'passages');
