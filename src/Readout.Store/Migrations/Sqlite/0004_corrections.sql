-- Who corrected what, and what was taken back. A correction is never deleted: undoing it sets undone_at. `words` is what the fact said
-- when it was corrected, so that the correction finds it again in a newer reading whose spans differ.
alter table correction add column author text not null default '';
alter table correction add column words text not null default '';
alter table correction add column undone_at text;
alter table correction add column undone_by text;
