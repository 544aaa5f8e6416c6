-- What an actor said and did in order of time, without gathering all of it first: lists read their part from one index, and a new fact is
-- compared with those of its days alone, whatever the size of the store.
alter table fact_actor add column day text not null default '';         -- of the fact
alter table fact_actor add column published text not null default '';   -- of its report
update fact_actor set (day, published) = (select f.day, r.day from fact f join report r on r.id = f.report_id where f.id = fact_actor.fact_id);
create index fact_actor_by_day on fact_actor (actor_id, day, fact_id, role);
create index fact_actor_by_published on fact_actor (actor_id, published, fact_id, role) where published <> day;
create trigger fact_actor_day after insert on fact_actor begin
  update fact_actor set (day, published) = (select f.day, r.day from fact f join report r on r.id = f.report_id where f.id = new.fact_id)
    where fact_id = new.fact_id and role = new.role and ordinal = new.ordinal;
end;
create trigger fact_day after update of day on fact when new.day <> old.day begin
  update fact_actor set day = new.day where fact_id = new.id;
end;
drop index fact_actor_by_actor;
