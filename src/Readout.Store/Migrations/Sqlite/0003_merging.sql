-- What several reports tell of one thing: groups of near-duplicate reports, and clusters of facts (wordings of one utterance, accounts
-- of one meeting). Each row follows its report or fact; clusters are made as reports arrive and made again when one is read again.

create table report_minimum (           -- the sketch of a report (Readout.Merging.ReportSketch)
  minimum   integer not null,
  report_id integer not null references report (id) on delete cascade,
  primary key (minimum, report_id)
) without rowid;
create index report_minimum_by_report on report_minimum (report_id);

create table report_group (
  report_id  integer primary key references report (id) on delete cascade,
  group_id   integer not null,          -- row of the first report of the group; one group is one origin
  relation   text not null,             -- to earlier_id: none, exact, reprint, cut, extended, update, passages
  earlier_id integer references report (id) on delete set null,
  agency     text                       -- named by the report's text; null where none is
);
create index report_group_by_group on report_group (group_id);

create table fact_cluster (
  fact_id    integer primary key references fact (id) on delete cascade,
  cluster_id integer not null           -- equal for facts of one utterance or meeting; never shown
);
create index fact_cluster_by_cluster on fact_cluster (cluster_id);
