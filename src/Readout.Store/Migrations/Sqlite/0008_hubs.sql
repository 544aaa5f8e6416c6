-- WebSub: the address by which a feed names itself, and what was asked of the hubs that feeds name.
alter table feed add column topic text;

create table hub_lease (
  feed     text primary key references feed (address) on delete cascade,
  hub      text not null,
  topic    text not null,
  token    text not null unique,         -- last part of the callback's address, hard to guess
  secret   text not null,                -- shared with the hub, which signs with it
  asked_at text not null,
  until    text                          -- null until the hub confirmed
) without rowid;
