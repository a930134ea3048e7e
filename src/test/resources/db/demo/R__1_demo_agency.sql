-- The agency of the local stack and of the tests.
insert into agency (id, slug, name, legal_name, address, time_zone, locale, currency, created_at)
values ('00000000-0000-4000-8000-000000000001', 'luxe', 'Maison Luxe', 'Maison Luxe SARL',
  '12 Place Vendôme, 75001 Paris, France', 'Europe/Paris', 'en', 'EUR', '2026-01-01T00:00:00Z')
on conflict (id) do nothing;

insert into channel_account (id, agency_id, channel, provider_account_id, display_name)
values
  ('00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000001', 'WHATSAPP',
    '100000000000001', 'Maison Luxe'),
  ('00000000-0000-4000-8000-000000000012', '00000000-0000-4000-8000-000000000001', 'TELEGRAM',
    '100001', 'Maison Luxe')
on conflict (id) do nothing;

insert into staff (id, agency_id, username, name, role)
values ('00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000001', 'demo',
  'Camille Laurent', 'OWNER')
on conflict (id) do nothing;
