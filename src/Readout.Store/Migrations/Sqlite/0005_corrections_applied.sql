-- Corrections show in the rows that lists, counts and exports read. What the engine read stays in reading.record, from which a row is
-- made again when its last correction is taken back.
alter table fact add column verdict text;                          -- accepted, rejected; null where nobody judged
alter table fact add column corrected integer not null default 0;  -- 1 where a standing correction changed the row
create index fact_corrected on fact (report_id) where corrected = 1;
create index fact_rejected on fact (id) where verdict = 'rejected';

create table anchor (                   -- where a corrected fact stood and what it said before, by which corrections find it
  fact_id integer primary key references fact (id) on delete cascade,
  start   integer not null,
  end     integer not null,
  words   text not null
);

alter table correction add column fact_id integer references fact (id) on delete set null;   -- in the present reading; null where loose
alter table correction add column other_id integer references fact (id) on delete set null;  -- of `same`: the other fact
alter table correction add column other_hash text;                                           -- and its report
create index correction_apart on correction (fact_id) where field = 'apart' and undone_at is null;
create index correction_by_fact on correction (fact_id);
create index correction_by_other on correction (other_id);
create index correction_by_other_report on correction (other_hash);
update correction set other_hash = json_extract(value, '$.Report') where field = 'same';
update correction set
  fact_id = (select f.id from report r join fact f on f.report_id = r.id where r.hash = report_hash and f.type = fact_type and f.words = correction.words limit 1),
  other_id = (select f.id from report r join fact f on f.report_id = r.id where r.hash = other_hash and f.type = fact_type and f.words = json_extract(value, '$.Words') limit 1)
  where field <> 'actors';

-- An actor that is really another keeps its row; rows that name it point to the other, and keep in own_id whom they were read as.
alter table actor add column merged_into integer references actor (id);
alter table reading_actor add column own_id integer references actor (id);
alter table fact_actor add column own_id integer references actor (id);
create index actor_merged on actor (merged_into) where merged_into is not null;
create index reading_actor_by_own on reading_actor (own_id) where own_id is not null;
create index fact_actor_by_own on fact_actor (own_id) where own_id is not null;

create trigger fact_words_update after update of words on fact begin
  insert into fact_words (fact_words, rowid, words) values ('delete', old.id, old.words);
  insert into fact_words (rowid, words) values (new.id, new.words);
end;
