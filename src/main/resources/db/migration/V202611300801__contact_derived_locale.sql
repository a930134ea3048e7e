-- As it was found by the number, the messenger or the words of the contact. Where locale is another one somebody chose it, and it
-- stays; so does that of contacts from before.
alter table contact add column derived_locale text;
