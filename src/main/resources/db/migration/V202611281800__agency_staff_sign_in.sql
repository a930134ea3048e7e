-- By which the person signs in, as Spring Security's encoders write it, for example {bcrypt}$2a$...; null: not at all.
alter table staff add column password_hash text;
