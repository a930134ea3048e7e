-- Spring Modulith's registry of events whose listeners have not finished. The defaults are for a row that names none of these columns,
-- as Spring Modulith 1 writes it: its event is published again as if version 2 had written it.
create table event_publication (
  id                      uuid primary key,
  listener_id             text not null,
  event_type              text not null,
  serialized_event        text not null,
  publication_date        timestamptz not null,
  completion_date         timestamptz,
  status                  text not null default 'PUBLISHED',
  completion_attempts     int not null default 1,
  last_resubmission_date  timestamptz
);
create index event_publication_open on event_publication (publication_date) where completion_date is null;
-- A publication is found by its event when its listener has finished.
create index event_publication_event on event_publication using hash (serialized_event);
