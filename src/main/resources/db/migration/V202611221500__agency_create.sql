create table agency (
  id               uuid primary key,
  slug             text not null unique,
  name             text not null,
  legal_name       text not null,
  address          text not null,
  time_zone        text not null,
  locale           text not null,
  currency         text not null,
  created_at       timestamptz not null
);

-- The agency's own number or bot at a provider: what an incoming event is matched by.
create table channel_account (
  id                  uuid primary key,
  agency_id           uuid not null references agency,
  channel             text not null,
  provider_account_id text not null,
  display_name        text not null,
  unique (channel, provider_account_id)
);

create table staff (
  id         uuid primary key,
  agency_id  uuid not null references agency,
  username   text not null,
  name       text not null,
  role       text not null,
  unique (agency_id, username)
);
