alter table turn add column path_says text;
alter table outbox add column lead text;

-- What was said so far when a wish was complete.
update turn set path_says = draft
where intent = 'book' and draft like '%I will check availability with the team%';
