-- What people follow, what was found for them, and what is to be sent where. Moments are UTC, ISO 8601 with three decimals, so that they sort
-- as text. Owners are names of accounts; '' is the only user of a store without accounts.

create table desk (
  only_row    integer primary key check (only_row = 1),
  revision    integer not null,          -- goes up with every write to the tables of this file
  due_checked text                       -- local day up to which due dates were looked through; null before the first time
);
insert into desk (only_row, revision) values (1, 0);

create table subscription (
  id        integer primary key,
  owner     text not null,
  name      text not null,
  kind      text not null check (kind in ('search', 'meeting', 'due', 'quotation', 'briefing')),
  query     text not null,               -- FactQuery as JSON
  fact      text,                        -- id of the meeting or commitment followed; null where a query is
  anchor    text,                        -- JSON of where that fact stands, to find it in a newer reading
  is_told   integer not null,            -- whether the owner's destinations are told, or the page alone
  every     text,                        -- briefings: daily or weekly
  at        integer not null,            -- briefings: minute of the local day
  time_zone text not null,               -- IANA name
  made_at   text not null,
  last_at   text,                        -- last briefing
  next_at   text                         -- next briefing
);
create index subscription_by_owner on subscription (owner, id);
create index subscription_next on subscription (next_at) where next_at is not null;

-- What a report must hold so that a subscription can match it: one of its keys ('actor:person/ada-holm', 'name:holm', 'word:patrol',
-- 'outlet:courier'), or '*' for every report.
create table subscription_key (
  key             text not null,
  subscription_id integer not null references subscription (id) on delete cascade,
  primary key (key, subscription_id)
) without rowid;
create index subscription_key_by_subscription on subscription_key (subscription_id);

create table notice (
  id              integer primary key,
  subscription_id integer not null references subscription (id) on delete cascade,
  mark            text not null,         -- what it is about; nothing is noticed twice
  fact_row        integer references fact (id) on delete set null,
  fact            text,                  -- id of the fact when it was noticed
  type            text not null,         -- type of fact, 'quotation' or 'briefing'
  status          text,
  who             text not null,
  words           text not null,
  before          text,                  -- words of the earlier version, where a quotation changed
  report          text,                  -- short name of the report
  headline        text,
  outlet          text,
  day             text not null,
  path            text not null,         -- address of the page
  repeats         integer references notice (id) on delete cascade,  -- an earlier notice of the same utterance or meeting
  found_at        text not null,
  read_at         text,
  unique (subscription_id, mark)
);
create index notice_unread on notice (subscription_id) where read_at is null and repeats is null;
create index notice_by_fact on notice (fact_row);
create index notice_repeats on notice (repeats) where repeats is not null;

create table destination (
  id          integer primary key,
  owner       text not null,
  kind        text not null check (kind in ('email', 'webhook')),
  address     text not null,
  secret      text,                      -- signs webhooks
  pace        text not null check (pace in ('immediate', 'hourly', 'daily')),
  daily_at    integer not null,          -- minute of the local day
  quiet_from  integer,                   -- minute of the local day; null for no quiet hours
  quiet_until integer,
  time_zone   text not null,
  made_at     text not null,
  stopped_at  text                       -- nothing is sent any more: taken away, or gone at the other end
);
create index destination_by_owner on destination (owner, id);

-- The outbox: a message and what it tells. Notices join it until it is tried first; from then on it stays as it is, under one id.
create table delivery (
  id             integer primary key,
  message_id     text not null unique,
  destination_id integer not null references destination (id) on delete cascade,
  state          text not null check (state in ('open', 'sent', 'failed')),
  attempts       integer not null,
  due_at         text not null,
  made_at        text not null,
  tried_at       text,
  sent_at        text,
  error          text
);
create index delivery_due on delivery (due_at) where state = 'open';
create index delivery_by_destination on delivery (destination_id, id);

create table delivery_notice (
  delivery_id integer not null references delivery (id) on delete cascade,
  notice_id   integer not null references notice (id) on delete cascade,
  primary key (delivery_id, notice_id)
) without rowid;
create index delivery_notice_by_notice on delivery_notice (notice_id);

create table notice_feed (
  owner   text primary key,
  hash    text not null unique,          -- SHA-256 of the private part of the address
  made_at text not null
) without rowid;

-- An outlet that changes a report keeps its address.
create index report_by_url on report (url, id) where url is not null;
