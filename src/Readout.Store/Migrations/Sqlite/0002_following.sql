-- Followed feeds, the reports that they named, and the evidence of what was fetched. Moments are UTC, ISO 8601 with seven decimals,
-- so that they sort as text.

create table feed (
  address       text primary key,        -- as the user named it
  current       text not null,           -- where it moved to for good
  title         text,
  selector      text,                    -- CSS selector of links, for a page without a feed
  entity_tag    text,
  last_modified text,
  hub           text,                    -- WebSub hub
  next          text,                    -- null: gone, not fetched again
  last_fetch    text,
  last_success  text,
  last_outcome  text,
  last_error    text,
  failures      integer not null,
  interval      integer not null         -- seconds
) without rowid;

create table feed_item (
  feed     text not null,                -- stays when the feed is no longer followed, so that following anew fetches nothing twice
  key      text not null,
  address  text not null,
  mark     text not null,                -- a new mark makes the report due again
  is_open  integer not null,
  attempts integer not null,
  next     text not null,
  error    text,
  primary key (feed, key)
) without rowid;
create index feed_item_due on feed_item (next) where is_open = 1;

create table body (
  hash  text primary key check (length(hash) = 71 and substr(hash, 1, 7) = 'sha256:'),
  bytes blob not null                    -- without content coding
);

create table capture (
  id            integer primary key,
  hash          text not null references body (hash),
  address       text not null,
  final_address text not null,
  captured      text not null,
  status        integer not null,
  headers       text not null,           -- JSON array of [name, value]
  redirects     text not null,           -- JSON array of [from, to, status]
  unique (address, captured)
);
create index capture_by_moment on capture (captured, id);
create index capture_by_final_address on capture (final_address, captured);
