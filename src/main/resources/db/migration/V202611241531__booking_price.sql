-- What a booking costs, in the smallest units of the currency, line by line; without a line the price is on request. A row
-- is never changed: another price is another row, and the booking or the change names the one that counts.
create table booking_price (
  id               uuid primary key,
  agency_id        uuid not null references agency,
  booking_id       uuid not null references booking,
  currency         text not null,
  deposit_percent  numeric(5, 2) not null check (deposit_percent between 0 and 100),
  agreed_by        text,
  priced_at        timestamptz not null
);
create index booking_price_booking on booking_price (booking_id);

create table booking_price_line (
  price_id  uuid not null references booking_price,
  position  integer not null,
  text      text not null,
  minor     bigint not null,
  primary key (price_id, position)
);

alter table booking add column price_id uuid references booking_price;
alter table booking_change add column price_id uuid references booking_price;

-- What a person confirmed to have come in ahead of the event.
alter table booking
  add column deposit_minor        bigint,
  add column deposit_currency     text,
  add column deposit_note         text,
  add column deposit_received_at  timestamptz,
  add constraint booking_deposit_whole check (
    (deposit_minor is null) = (deposit_currency is null) and (deposit_minor is null) = (deposit_received_at is null));
