-- The order in which staff look through the conversations of an agency: the one whose contact wrote last first.
create index conversation_latest on conversation (agency_id, (coalesce(last_inbound_at, created_at)) desc, id desc);

-- How far each person of the staff has read in a conversation, and when they looked at it last; who looked a moment ago is looking.
create table conversation_reader (
  conversation_id  uuid not null references conversation,
  staff_id         uuid not null,
  agency_id        uuid not null references agency,
  name             text not null,
  read_to          bigint not null,
  looked_at        timestamptz not null,
  primary key (conversation_id, staff_id)
);

-- Who of the staff wrote a message, where a person did: the name, or the decision by which it becomes known.
alter table message add column person_name text;
alter table message add column person_decision uuid references decision;
create index message_person_decision on message (person_decision) where person_decision is not null;
