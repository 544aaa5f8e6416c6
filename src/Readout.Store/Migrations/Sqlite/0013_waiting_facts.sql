-- Facts of merged actors that are too many to be compared again at once; they are, some hundred at a time, after the request.
create table waiting_fact (
  fact_id integer primary key references fact (id) on delete cascade
);
