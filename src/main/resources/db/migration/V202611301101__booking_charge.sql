-- What a contact owes beside the price, and why: what was computed stays, also where a person waived it.
create table booking_charge (
  id              uuid primary key,
  agency_id       uuid not null references agency,
  booking_id      uuid not null references booking,
  kind            text not null check (kind = 'CANCELLATION'),
  percent         numeric(5, 2) not null check (percent between 0 and 100),
  minor           bigint not null check (minor > 0),
  currency        text not null,
  reason          text not null,
  waived_because  text,
  recorded_by     text not null,
  recorded_at     timestamptz not null,
  unique (booking_id, kind)
);
