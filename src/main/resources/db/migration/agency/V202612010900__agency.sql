create table agency (
  id                uuid primary key,
  slug              text not null unique,
  name              text not null,
  legal_name        text not null,
  address           text not null,
  time_zone         text not null,
  locale            text not null,
  currency          text not null,
  -- When the people of an agency are there, on its own clock; days as ISO counts them, Monday is 1.
  office_first_day  smallint check (office_first_day between 1 and 7),
  office_last_day   smallint check (office_last_day between 1 and 7),
  office_opens      time,
  office_closes     time check (office_closes > office_opens),
  created_at        timestamptz not null,
  constraint agency_office_hours
    check (num_nulls(office_first_day, office_last_day, office_opens, office_closes) in (0, 4))
);

-- How an agency looks on its documents; what it does not have is plain there.
create table agency_brand (
  agency_id      uuid primary key references agency,
  logo           bytea,
  primary_color  text check (primary_color ~ '^#[0-9a-f]{6}$'),
  accent_color   text check (accent_color ~ '^#[0-9a-f]{6}$')
);

-- The agency's own number or bot at a provider: what an incoming event is matched by.
create table channel_account (
  id                   uuid primary key,
  agency_id            uuid not null references agency,
  channel              text not null,
  provider_account_id  text not null,
  display_name         text not null,
  unique (channel, provider_account_id)
);

-- What a person decided in a task of the engine: one row for each completion that was carried out. Who it was the engine says
-- a moment later; until then the row is OPEN. UNSIGNED is what it does not say: nobody was assigned, or it kept no trace.
create table decision (
  id                uuid primary key,
  agency_id         uuid not null references agency,
  process_instance  bigint not null,
  task_id           text not null,
  carried_out_in    bigint not null unique,
  decided_at        timestamptz not null,
  state             text not null check (state in ('OPEN', 'SIGNED', 'UNSIGNED')),
  user_task         bigint,
  user_name         text,
  staff_id          uuid,
  name              text,
  attempts          integer not null default 0,
  opened_at         timestamptz not null default now(),
  not_before        timestamptz not null default now(),
  unique (process_instance, user_task),
  check ((state = 'OPEN') = (name is null))
);
create index decision_open on decision (not_before) where state = 'OPEN';
create index decision_unsigned on decision (id) where state = 'UNSIGNED';
create index decision_task on decision (process_instance, task_id);

-- decision_id, here and in other tables: the decision whose name stands here as soon as the engine has said it.
create table audit (
  id            bigint generated always as identity primary key,
  agency_id     uuid not null references agency,
  at            timestamptz not null,
  actor         text not null,
  action        text not null,
  subject_type  text not null,
  subject_id    uuid not null,
  detail        text,
  decision_id   uuid references decision
);
create index audit_subject on audit (subject_type, subject_id);
create unique index audit_decision on audit (decision_id, action, subject_id) where decision_id is not null;
