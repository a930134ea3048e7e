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

insert into talent_rate (id, agency_id, talent_id, kind, amount, currency, valid_from)
select gen_random_uuid(), agency_id, id, 'HOUR', hourly_rate_amount, hourly_rate_currency, '2000-01-01'
from talent
where hourly_rate_amount is not null;
alter table talent
  drop column hourly_rate_amount,
  drop column hourly_rate_currency;
