-- How an agency looks on its documents; what it does not have is plain there.
create table agency_brand (
  agency_id      uuid primary key references agency,
  logo           bytea,
  primary_color  text check (primary_color ~ '^#[0-9a-f]{6}$'),
  accent_color   text check (accent_color ~ '^#[0-9a-f]{6}$')
);
