create table contact (
  id            uuid primary key,
  agency_id     uuid not null references agency,
  display_name  text not null,
  locale        text not null,
  time_zone     text not null,
  opted_out_at  timestamptz,
  created_at    timestamptz not null
);

create table contact_identity (
  agency_id   uuid not null references agency,
  kind        text not null,
  value       text not null,
  contact_id  uuid not null references contact,
  primary key (agency_id, kind, value)
);
create index contact_identity_contact on contact_identity (contact_id);
