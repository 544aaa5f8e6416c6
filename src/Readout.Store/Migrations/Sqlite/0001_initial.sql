-- What the store holds, from the raw bytes of a report to the facts that were read in it.
-- Offsets are code points of report.text. Days are ISO 8601 prefixes ('2023', '2023-12', '2023-12-11'); '' where unknown,
-- so that they sort and compare as text. A fact is a row of `fact` and one row of the table of its type.

create table store (
  only_row  integer primary key check (only_row = 1),
  revision  integer not null           -- goes up by one with every write; pages and feeds use it as their version
);
insert into store (only_row, revision) values (1, 0);

create table report (
  id         integer primary key,
  hash       text not null unique check (length(hash) = 71 and substr(hash, 1, 7) = 'sha256:'),
  file       text,
  url        text,
  outlet     text,
  headline   text,
  published  text,
  day        text not null,
  dateline   text,
  language   text not null,
  characters integer not null,
  text       text not null,
  added_at   text not null
);
create index report_by_day on report (day desc, id desc);
create index report_by_outlet on report (outlet);

create table raw (
  report_id integer primary key references report (id) on delete cascade,
  bytes     blob not null              -- as they came; their SHA-256 is report.hash
);

create table reading (
  id        integer primary key,
  report_id integer not null unique references report (id) on delete cascade,
  engine    text not null,
  model     text not null,
  read_at   text not null,
  record    text not null              -- the whole record as JSON, without the text
);

create table actor (
  id       integer primary key,
  key      text not null unique,       -- identity across reports (ActorIdentity)
  name     text not null,
  type     text not null,
  state    text,
  wikidata text
);

create table actor_name (
  actor_id integer not null references actor (id) on delete cascade,
  folded   text not null,              -- lower case, words parted by one blank, a blank at each end
  primary key (actor_id, folded)
) without rowid;

create table reading_actor (
  reading_id integer not null references reading (id) on delete cascade,
  local      text not null,            -- a1, a2, ... in the record
  actor_id   integer not null references actor (id),
  name       text not null,
  office     text,
  state      text,
  sectors    text not null,            -- PLOVER codes parted by one blank
  primary key (reading_id, local)
) without rowid;
create index reading_actor_by_actor on reading_actor (actor_id, reading_id);

create table mention (
  reading_id integer not null references reading (id) on delete cascade,
  local      text not null,
  ordinal    integer not null,
  start      integer not null,
  end        integer not null check (end >= start),
  primary key (reading_id, local, ordinal)
) without rowid;

create table fact (
  id         integer primary key,
  reading_id integer not null references reading (id) on delete cascade,
  report_id  integer not null references report (id) on delete cascade,
  local      text not null,            -- s1, m1, c1, e1, ... in the record
  type       text not null check (type in ('statement', 'meeting', 'commitment', 'event')),
  kind       text,                     -- kind of statement or commitment, PLOVER type of event
  status     text,                     -- of a meeting, commitment or event
  time       text,                     -- as the record has it
  day        text not null,            -- of the time, else of publication, else ''
  confidence real not null,
  words      text not null,            -- what is shown and searched
  unique (reading_id, local)
);
create index fact_by_day on fact (day desc, id desc);
create index fact_by_type_and_day on fact (type, day desc, id desc);
create index fact_by_kind on fact (kind, day desc, id desc);
create index fact_by_type_and_kind on fact (type, kind);
create index fact_by_report on fact (report_id, type);

create table statement (
  fact_id integer primary key references fact (id) on delete cascade,
  form    text not null,
  cue     text,
  reason  text not null,
  within  text
);

create table meeting (
  fact_id  integer primary key references fact (id) on delete cascade,
  mode     text not null,
  place    text,
  country  text,
  occasion text
);

create table commitment (
  fact_id      integer primary key references fact (id) on delete cascade,
  action       text not null,
  period_start text,
  period_end   text,
  due          text,
  amount       real,
  unit         text,
  statement    text                    -- local id of the statement that it stands in
);
create index commitment_by_due on commitment (due);

create table event (
  fact_id  integer primary key references fact (id) on delete cascade,
  mode     text,
  contexts text not null,              -- PLOVER contexts parted by one blank
  place    text,
  country  text
);

create table fact_actor (
  fact_id  integer not null references fact (id) on delete cascade,
  role     text not null check (role in ('speaker', 'addressee', 'about', 'participant', 'host', 'party', 'actor', 'recipient')),
  ordinal  integer not null,
  actor_id integer references actor (id),
  phrase   text,                       -- as the report has it; null where the record gives none
  primary key (fact_id, role, ordinal)
) without rowid;
create index fact_actor_by_actor on fact_actor (actor_id, role, fact_id);
create index fact_actor_by_role on fact_actor (role, actor_id);

create table evidence (
  fact_id integer not null references fact (id) on delete cascade,
  role    text not null check (role in ('speaker', 'cue', 'content', 'addressee', 'action', 'trigger', 'place', 'evidence')),
  ordinal integer not null,
  start   integer not null,
  end     integer not null check (end >= start),
  primary key (fact_id, role, ordinal)
) without rowid;

create table time_expression (
  reading_id integer not null references reading (id) on delete cascade,
  ordinal    integer not null,
  start      integer not null,
  end        integer not null check (end >= start),
  type       text not null,
  value      text,
  anchored   integer not null,
  primary key (reading_id, ordinal)
) without rowid;

create table place_mention (
  reading_id integer not null references reading (id) on delete cascade,
  ordinal    integer not null,
  start      integer not null,
  end        integer not null check (end >= start),
  name       text not null,
  country    text,
  geonames   integer,
  latitude   real,
  longitude  real,
  primary key (reading_id, ordinal)
) without rowid;

-- What people put right. A layer of its own: it names the report by its hash and the fact by its type and span,
-- never a reading's row, so that a new reading leaves it whole.
create table correction (
  id          integer primary key,
  report_hash text not null,
  fact_type   text not null,
  start       integer not null,
  end         integer not null check (end >= start),
  field       text not null,
  value       text,                    -- JSON; null takes the fact away
  note        text,
  made_at     text not null
);
create index correction_by_report on correction (report_hash);

create virtual table report_words using fts5 (headline, text, content = 'report', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
create trigger report_words_insert after insert on report begin
  insert into report_words (rowid, headline, text) values (new.id, new.headline, new.text);
end;
create trigger report_words_delete after delete on report begin
  insert into report_words (report_words, rowid, headline, text) values ('delete', old.id, old.headline, old.text);
end;

create virtual table fact_words using fts5 (words, content = 'fact', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
create trigger fact_words_insert after insert on fact begin
  insert into fact_words (rowid, words) values (new.id, new.words);
end;
create trigger fact_words_delete after delete on fact begin
  insert into fact_words (fact_words, rowid, words) values ('delete', old.id, old.words);
end;
