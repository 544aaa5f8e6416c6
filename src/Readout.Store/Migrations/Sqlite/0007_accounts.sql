-- Who may read, correct and manage, and who did what. Without a row of account there are no accounts. Secrets are kept as hashes.

create table account (
  name         text primary key,         -- lower case
  role         text not null check (role in ('reader', 'editor', 'admin')),
  password     text not null,            -- hash (ASP.NET Core Identity, version 3)
  stamp        text not null,            -- changes with password and role: sessions that carry another end
  failures     integer not null default 0,
  locked_until text,
  made_at      text not null,
  signed_in_at text
) without rowid;

create table token (
  id      integer primary key,
  owner   text not null references account (name) on delete cascade,
  name    text not null,
  hash    text not null unique,          -- SHA-256 of the token
  made_at text not null,
  used_on text                           -- day of the last use
);
create index token_by_owner on token (owner);

create table audit (
  id      integer primary key,
  at      text not null,
  actor   text not null,                 -- name of the account; '' for the machine's own user
  action  text not null,
  subject text not null,
  address text                           -- network address of the request; null for the command line
);
create trigger audit_stays before update on audit begin select raise(abort, 'the audit trail is only added to'); end;
create trigger audit_is_kept before delete on audit begin select raise(abort, 'the audit trail is only added to'); end;

-- Keys that protect sessions and forms (ASP.NET Core data protection).
create table key_ring (
  name text primary key,
  xml  text not null
) without rowid;
