-- When the last call to the provider began, on the database's clock: the providers count how many there are in a while, whatever
-- time the application believes it is.
alter table outbox add column claimed_at timestamptz;
create index outbox_rate on outbox (channel, claimed_at) include (conversation_id);
create index outbox_pair_rate on outbox (conversation_id, claimed_at);
