-- The files that contacts sent and people of the agency sent them: where each is, or why it is not. The content is kept elsewhere, under
-- agency and sha256. Documents that we make ourselves are in attachment.
create table media (
  message_id         uuid primary key references message,
  agency_id          uuid not null references agency,
  provider_media_id  text,
  kind               text not null,
  declared_type      text,
  declared_sha256    text,
  file_name          text,
  state              text not null check (state in ('WAITING', 'STORED', 'REFUSED', 'FAILED')),
  reason             text,
  media_type         text,
  size               bigint,
  sha256             text,
  attempts           integer not null default 0,
  not_before         timestamptz not null default now(),
  expected_at        timestamptz not null default now(),
  settled_at         timestamptz,
  check (state <> 'WAITING' or provider_media_id is not null),
  check (state <> 'STORED' or num_nulls(media_type, size, sha256) = 0),
  check (state not in ('REFUSED', 'FAILED') or reason is not null)
);
create index media_waiting on media (not_before) where state = 'WAITING';

insert into media (message_id, agency_id, provider_media_id, kind, state)
select id, agency_id, media_id, type, 'WAITING' from message
where media_id is not null and direction = 'INBOUND' and type in ('IMAGE', 'VIDEO', 'AUDIO', 'DOCUMENT', 'STICKER');
alter table message drop column media_id;
