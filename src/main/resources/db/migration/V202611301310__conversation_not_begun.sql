-- When the engine began with the conversation last and a step failed before any message was claimed. Such a conversation stands still
-- by itself: the engine and the workers are there.
alter table conversation add column not_begun_at timestamptz;
