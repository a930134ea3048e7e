-- When the people of an agency are there, on its own clock; days as ISO counts them, Monday is 1.
alter table agency
  add column office_first_day smallint check (office_first_day between 1 and 7),
  add column office_last_day smallint check (office_last_day between 1 and 7),
  add column office_opens time,
  add column office_closes time check (office_closes > office_opens),
  add constraint agency_office_hours
    check (num_nulls(office_first_day, office_last_day, office_opens, office_closes) in (0, 4));
