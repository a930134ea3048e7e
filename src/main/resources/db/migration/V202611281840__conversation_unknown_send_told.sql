-- The attempt of which the journey was told that its outcome is unknown. What was tried before tried_at was kept had no case yet.
alter table outbox add column unknown_attempt integer;
update outbox set unknown_attempt = attempts where state = 'UNKNOWN' and tried_at is not null;
create index outbox_unknown on outbox (sequence) where state = 'UNKNOWN';
