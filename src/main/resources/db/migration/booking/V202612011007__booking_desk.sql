-- What people of an agency want of bookings, filed under the name by which they signed in: the path that carries it out is given the
-- id and nothing else. wish and answer are values as JSON, of the type that kind names.
create table desk_request (
  id               uuid primary key,
  agency_id        uuid not null references agency,
  idempotency_key  text not null,
  kind             text not null check (kind in ('CANCEL', 'CHANGE', 'CREATE')),
  booking_id       uuid references booking,
  filed_by         uuid not null references staff,
  filed_by_name    text not null,
  wish             text not null,
  filed_at         timestamptz not null,
  state            text not null check (state in ('OPEN', 'BEGUN', 'ANSWERED', 'WITHDRAWN')),
  answer           text,
  answered_at      timestamptz,
  unique (agency_id, idempotency_key),
  check ((state = 'ANSWERED') = (answer is not null)),
  check ((state in ('ANSWERED', 'WITHDRAWN')) = (answered_at is not null)),
  check (kind = 'CREATE' or booking_id is not null)
);
create index desk_request_open on desk_request (booking_id) where state in ('OPEN', 'BEGUN');
