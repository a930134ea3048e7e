-- When the engine was told of a message that nobody has begun with. One that the engine was told of, and that a turn took at once, needs
-- no such entry; one without it that nobody begins with is told again.
alter table inbox add column told_at timestamptz;
