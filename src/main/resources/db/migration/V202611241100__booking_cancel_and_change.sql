alter table booking add column cancelled_by text;
alter table booking add column cancel_note text;
alter table booking add constraint booking_cancelled_by_somebody check (
  (state = 'CANCELLED') = (cancelled_by is not null));
-- An inquiry may be called off before its talent and times are known.
alter table booking drop constraint booking_slot_known;
alter table booking add constraint booking_slot_known check (
  state in ('INQUIRY', 'CANCELLED')
  or (talent_id is not null and starts_at is not null and ends_at is not null and starts_at < ends_at));

-- What somebody wants a held or confirmed booking to be instead, and what became of that wish. A request comes once.
create table booking_change (
  id               uuid primary key,
  agency_id        uuid not null references agency,
  booking_id       uuid not null references booking,
  request_id       uuid not null unique,
  requested_by     text not null,
  state            text not null,
  reasons          text[] not null,
  talent_id        uuid references talent,
  start_wall       timestamp,
  end_wall         timestamp,
  zone             text,
  place            text,
  guests           integer,
  budget_amount    numeric(19, 4),
  budget_currency  text,
  requested_at     timestamptz not null,
  decided_by       text,
  decided_at       timestamptz,
  decision_note    text,
  version          bigint not null,
  check (guests >= 1),
  check ((budget_amount is null) = (budget_currency is null)),
  check (state in ('REFUSED', 'UNCHANGED')
    or (talent_id is not null and start_wall is not null and end_wall is not null and zone is not null))
);
create index booking_change_booking on booking_change (booking_id);
-- Of several wishes only the last one waits for a decision.
create unique index booking_change_proposed on booking_change (booking_id) where state = 'PROPOSED';
