create table audit (
  id            bigint generated always as identity primary key,
  agency_id     uuid not null references agency,
  at            timestamptz not null,
  actor         text not null,
  action        text not null,
  subject_type  text not null,
  subject_id    uuid not null,
  detail        text
);
create index audit_subject on audit (subject_type, subject_id);

-- Spring Modulith's registry of events whose listeners have not finished.
create table event_publication (
  id                uuid primary key,
  listener_id       text not null,
  event_type        text not null,
  serialized_event  text not null,
  publication_date  timestamptz not null,
  completion_date   timestamptz
);
create index event_publication_open on event_publication (publication_date) where completion_date is null;
