-- A message is looked for by its turn, and never by having none: those are found through the inbox. An index that has them, too, keeps an
-- entry of every message that ever waited until the table is vacuumed, which happens the more seldom the larger it is, and tempts
-- the planner to read all of them for each turn.
drop index message_turn;
create index message_turn on message (turn_id) where turn_id is not null;

-- Every row of these is written several times within seconds and never again: they are vacuumed by how much was written, not by a
-- fifth of all that is stored.
alter table message set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);
alter table inbox set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);
alter table outbox set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);
alter table turn set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);
