-- talent_wish and zone_wish are as the contact said; talent_id, zone and the instants follow from them.
create table booking (
  id                   uuid primary key,
  agency_id            uuid not null references agency,
  contact_id           uuid not null references contact,
  conversation_id      uuid not null references conversation,
  reference            text not null,
  state                text not null,
  talent_wish          text,
  talent_id            uuid references talent,
  start_wall           timestamp,
  end_wall             timestamp,
  zone_wish            text,
  zone                 text,
  starts_at            timestamptz,
  ends_at              timestamptz,
  place                text,
  guests               integer,
  budget_amount        numeric(19, 4),
  budget_currency      text,
  price_id             uuid,
  lost_start_wall      timestamp,
  lost_end_wall        timestamp,
  lost_zone            text,
  hold_expires_at      timestamptz,
  decided_by           text,
  decided_at           timestamptz,
  decision_note        text,
  decision_id          uuid references decision,
  release_reason       text,
  cancelled_by         text,
  cancel_note          text,
  -- What a person confirmed to have come in ahead of the event.
  deposit_minor        bigint,
  deposit_currency     text,
  deposit_note         text,
  deposit_received_at  timestamptz,
  created_at           timestamptz not null,
  version              bigint not null,
  unique (agency_id, reference),
  check (guests >= 1),
  check ((budget_amount is null) = (budget_currency is null)),
  constraint booking_cancelled_by_somebody check ((state = 'CANCELLED') = (cancelled_by is not null)),
  constraint booking_deposit_whole check (
    (deposit_minor is null) = (deposit_currency is null) and (deposit_minor is null) = (deposit_received_at is null)),
  -- A range with an open side would escape the constraint below, or block everything. An inquiry may be called off before its talent
  -- and times are known, and a request whose details never came is closed without them.
  constraint booking_slot_known check (
    state in ('INQUIRY', 'CANCELLED')
    or (state = 'RELEASED' and release_reason = 'details-never-came')
    or (talent_id is not null and starts_at is not null and ends_at is not null and starts_at < ends_at)),
  constraint booking_slot_taken exclude using gist (talent_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state in ('HELD', 'CONFIRMED'))
);
create unique index booking_open_inquiry on booking (conversation_id) where state = 'INQUIRY';
create index booking_conversation on booking (agency_id, conversation_id, created_at);
create index booking_contact on booking (agency_id, contact_id);
create index booking_decision on booking (decision_id) where decision_id is not null;

-- What a booking costs, in the smallest units of the currency, line by line; without a line the price is on request. A row
-- is never changed: another price is another row, and the booking or the change names the one that is in force.
create table booking_price (
  id               uuid primary key,
  agency_id        uuid not null references agency,
  booking_id       uuid not null references booking,
  currency         text not null,
  deposit_percent  numeric(5, 2) not null check (deposit_percent between 0 and 100),
  agreed_by        text,
  decision_id      uuid references decision,
  priced_at        timestamptz not null
);
create index booking_price_booking on booking_price (booking_id);
create index booking_price_decision on booking_price (decision_id) where decision_id is not null;
alter table booking add foreign key (price_id) references booking_price;

create table booking_price_line (
  price_id  uuid not null references booking_price,
  position  integer not null,
  text      text not null,
  minor     bigint not null,
  primary key (price_id, position)
);

-- What somebody wants to change about a held or confirmed booking, and what became of that wish. A request comes once.
create table booking_change (
  id                   uuid primary key,
  agency_id            uuid not null references agency,
  booking_id           uuid not null references booking,
  request_id           uuid not null unique,
  requested_by         text not null,
  request_decision_id  uuid references decision,
  state                text not null,
  reasons              text[] not null,
  talent_id            uuid references talent,
  start_wall           timestamp,
  end_wall             timestamp,
  zone                 text,
  place                text,
  guests               integer,
  budget_amount        numeric(19, 4),
  budget_currency      text,
  price_id             uuid references booking_price,
  requested_at         timestamptz not null,
  decided_by           text,
  decided_at           timestamptz,
  decision_note        text,
  decision_id          uuid references decision,
  version              bigint not null,
  check (guests >= 1),
  check ((budget_amount is null) = (budget_currency is null)),
  check (state in ('REFUSED', 'UNCHANGED')
    or (talent_id is not null and start_wall is not null and end_wall is not null and zone is not null))
);
create index booking_change_booking on booking_change (booking_id);
-- Of several wishes only the last one waits for a decision.
create unique index booking_change_proposed on booking_change (booking_id) where state = 'PROPOSED';
create index booking_change_decision on booking_change (decision_id) where decision_id is not null;
create index booking_change_request_decision on booking_change (request_decision_id) where request_decision_id is not null;

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
  decision_id     uuid references decision,
  recorded_at     timestamptz not null,
  unique (booking_id, kind)
);
create index booking_charge_decision on booking_charge (decision_id) where decision_id is not null;

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
