-- Who and what can be booked. A name is unique in its agency, a kind (chauffeur, yacht, villa, model) is not.
create table talent (
  id                    uuid primary key,
  agency_id             uuid not null references agency,
  name                  text not null,
  kind                  text not null,
  city                  text not null,
  zone                  text not null,
  description           text not null,
  hourly_rate_amount    numeric(19, 4),
  hourly_rate_currency  text,
  active                boolean not null,
  check ((hourly_rate_amount is null) = (hourly_rate_currency is null))
);
create unique index talent_name on talent (agency_id, lower(name));
create index talent_kind on talent (agency_id, lower(kind));
