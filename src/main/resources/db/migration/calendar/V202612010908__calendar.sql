-- What the calendar is to show of each booking that was confirmed, and what was written of it. It is up to date where
-- written_sequence = sequence; else it is written from not_before on, and last_error says why it was not yet.
create table calendar_entry (
  booking_id       uuid primary key references booking,
  agency_id        uuid not null references agency,
  sequence         integer not null,
  status           text not null check (status in ('CONFIRMED', 'CANCELLED')),
  reference        text not null,
  talent           text not null,
  place            text,
  start_wall       timestamp not null,
  end_wall         timestamp not null,
  zone             text not null,
  changed_at       timestamptz not null,
  written_sequence integer,
  written_at       timestamptz,
  attempts         integer not null,
  not_before       timestamptz not null,
  last_error       text
);
create index calendar_entry_waiting on calendar_entry (not_before) where written_sequence is distinct from sequence;
