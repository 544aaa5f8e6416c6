-- Places and states as filters.
create index meeting_by_place on meeting (place, country);
create index meeting_by_country on meeting (country) where country is not null;
create index event_by_place on event (place, country);
create index event_by_country on event (country) where country is not null;
create index place_mention_by_name on place_mention (name, country, latitude, longitude);
create index actor_by_state on actor (state) where state is not null;
