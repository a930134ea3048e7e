-- Whom a document names as its party. Those of before name what the messenger showed.
alter table contract add column party text;
update contract set party = terms::jsonb ->> 'contactName';
alter table contract alter column party set not null;
