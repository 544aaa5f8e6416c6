-- Facts that the engine missed and a person added: a correction of field `added` makes the row of the fact, in every reading that lacks it.
-- What is set of such a fact afterwards names that correction. is_account tells authors who had signed in from names that were typed.
alter table correction add column added_id integer references correction (id);
alter table correction add column is_account integer not null default 0;
create index correction_by_added on correction (added_id) where added_id is not null;
