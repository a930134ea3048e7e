-- A request whose details never came is closed without them.
alter table booking drop constraint booking_slot_known;
alter table booking add constraint booking_slot_known check (
  state in ('INQUIRY', 'CANCELLED')
  or (state = 'RELEASED' and release_reason = 'details-never-came')
  or (talent_id is not null and starts_at is not null and ends_at is not null and starts_at < ends_at));
