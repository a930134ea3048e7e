-- When the contact wrote from the address that answers go to. What was written before, or to the contact, does not change it.
alter table conversation add column recipient_at timestamptz;
