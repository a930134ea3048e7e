-- What each document says of a cancellation. Those of before said 48 hours, half of the fee, and all of it for who does not come.
alter table contract
  add column cancel_free_hours       integer       not null default 48 check (cancel_free_hours >= 0),
  add column cancel_late_percent     numeric(5, 2) not null default 50 check (cancel_late_percent between 0 and 100),
  add column cancel_no_show_percent  numeric(5, 2) not null default 100 check (cancel_no_show_percent between 0 and 100);
alter table contract
  alter column cancel_free_hours drop default,
  alter column cancel_late_percent drop default,
  alter column cancel_no_show_percent drop default;
