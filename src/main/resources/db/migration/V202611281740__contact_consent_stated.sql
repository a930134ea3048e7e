-- When the contact last said whether reminders are welcome: of words that come in no order the newest counts.
alter table contact add column consent_stated_at timestamptz;
update contact set consent_stated_at = opted_out_at;
