create extension if not exists btree_gist;

-- talent_wish and zone_wish are as the contact said; talent_id, zone and the instants follow from them.
create table booking (
  id               uuid primary key,
  agency_id        uuid not null references agency,
  contact_id       uuid not null references contact,
  conversation_id  uuid not null references conversation,
  reference        text not null,
  state            text not null,
  talent_wish      text,
  talent_id        uuid references talent,
  start_wall       timestamp,
  end_wall         timestamp,
  zone_wish        text,
  zone             text,
  starts_at        timestamptz,
  ends_at          timestamptz,
  place            text,
  guests           integer,
  budget_amount    numeric(19, 4),
  budget_currency  text,
  lost_start_wall  timestamp,
  lost_end_wall    timestamp,
  lost_zone        text,
  hold_expires_at  timestamptz,
  decided_by       text,
  decided_at       timestamptz,
  decision_note    text,
  release_reason   text,
  created_at       timestamptz not null,
  version          bigint not null,
  unique (agency_id, reference),
  check (guests >= 1),
  check ((budget_amount is null) = (budget_currency is null)),
  -- A range with an open side would escape the constraint below, or block everything.
  constraint booking_slot_known check (
    state = 'INQUIRY'
    or (talent_id is not null and starts_at is not null and ends_at is not null and starts_at < ends_at)),
  constraint booking_slot_taken exclude using gist (talent_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state in ('HELD', 'CONFIRMED'))
);
create unique index booking_open_inquiry on booking (conversation_id) where state = 'INQUIRY';
create index booking_conversation on booking (agency_id, conversation_id, created_at);
create index booking_contact on booking (agency_id, contact_id);

-- The last number given out in a year.
create table booking_counter (
  agency_id  uuid not null references agency,
  year       integer not null,
  last       integer not null,
  primary key (agency_id, year)
);

-- The turns whose details were recorded, and the answer then given: a turn counts once.
create table booking_turn (
  turn_id           uuid primary key,
  agency_id         uuid not null references agency,
  booking_id        uuid not null references booking,
  recorded          boolean not null,
  details_complete  boolean not null,
  refused           text[] not null,
  recorded_at       timestamptz not null
);
create index booking_turn_booking on booking_turn (booking_id);
