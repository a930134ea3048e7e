-- Spring Modulith 2 keeps where a publication stands. The defaults are for a replica of the version before, which
-- names none of these columns: what it writes beside a newer one is told again as if the newer one had written it.
alter table event_publication
  add column status text not null default 'PUBLISHED',
  add column completion_attempts int not null default 1,
  add column last_resubmission_date timestamptz;

-- Completed publications are deleted when they complete; none is kept from a time when they were not.
delete from event_publication where completion_date is not null;
