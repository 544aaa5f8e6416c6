-- What the columns in memory (Readout.Store.Columns) were made of: each 4,096 rows of facts and of actors have a number that goes up whenever one of
-- them is written, so that a reader loads again what changed and nothing else. Rows of other tables come with an insert of their fact or are followed by an
-- update of it; whom merged actors point to changes alone.
create table segment_version (
  what    text not null check (what in ('fact', 'actor')),
  number  integer not null,              -- row / 4096
  version integer not null,
  primary key (what, number)
) without rowid;
insert into segment_version select 'fact', id >> 12, 1 from fact group by id >> 12;
insert into segment_version select 'actor', id >> 12, 1 from actor group by id >> 12;

create trigger segment_fact_insert after insert on fact begin
  insert into segment_version values ('fact', new.id >> 12, 1) on conflict (what, number) do update set version = version + 1;
end;
create trigger segment_fact_update after update on fact begin
  insert into segment_version values ('fact', new.id >> 12, 1) on conflict (what, number) do update set version = version + 1;
end;
create trigger segment_fact_delete after delete on fact begin
  insert into segment_version values ('fact', old.id >> 12, 1) on conflict (what, number) do update set version = version + 1;
end;
create trigger segment_fact_actor_update after update of actor_id, role on fact_actor begin
  insert into segment_version values ('fact', new.fact_id >> 12, 1) on conflict (what, number) do update set version = version + 1;
end;
create trigger segment_actor_insert after insert on actor begin
  insert into segment_version values ('actor', new.id >> 12, 1) on conflict (what, number) do update set version = version + 1;
end;
create trigger segment_actor_update after update of key, type, state, merged_into on actor
  when new.key is not old.key or new.type is not old.type or new.state is not old.state or new.merged_into is not old.merged_into begin
  insert into segment_version values ('actor', new.id >> 12, 1) on conflict (what, number) do update set version = version + 1;
end;
create trigger segment_actor_delete after delete on actor begin
  insert into segment_version values ('actor', old.id >> 12, 1) on conflict (what, number) do update set version = version + 1;
end;
