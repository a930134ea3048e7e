-- Of the exclusion constraints: no two at a time of one talent.
create extension if not exists btree_gist;

-- Who and what can be booked. A name is unique in its agency, a kind (chauffeur, yacht, villa, model) is not.
create table talent (
  id           uuid primary key,
  agency_id    uuid not null references agency,
  name         text not null,
  kind         text not null,
  city         text not null,
  zone         text not null,
  description  text not null,
  active       boolean not null
);
create unique index talent_name on talent (agency_id, lower(name));
create index talent_kind on talent (agency_id, lower(kind));

-- What a talent costs by the hour, by the day or for the whole event, from a day to a day, both included; on no day two rates.
create table talent_rate (
  id             uuid primary key,
  agency_id      uuid not null references agency,
  talent_id      uuid not null references talent,
  kind           text not null check (kind in ('HOUR', 'DAY', 'EVENT')),
  amount         numeric(19, 4) not null check (amount >= 0),
  currency       text not null,
  minimum_hours  numeric(6, 2) check (minimum_hours > 0),
  valid_from     date not null,
  valid_to       date,
  check (minimum_hours is null or kind = 'HOUR'),
  check (valid_from <= valid_to),
  constraint talent_rate_one_a_day exclude using gist (talent_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
