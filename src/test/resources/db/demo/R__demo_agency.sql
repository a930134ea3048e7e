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

insert into staff (id, agency_id, username, name, role, email)
values ('00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000001', 'demo',
  'Camille Laurent', 'OWNER', 'camille@maison-luxe.example')
on conflict (id) do update set email = excluded.email;

insert into talent (id, agency_id, name, kind, city, zone, description, hourly_rate_amount, hourly_rate_currency, active)
values
  ('00000000-0000-4000-8000-000000000101', '00000000-0000-4000-8000-000000000001', 'Aurelia',
    'yacht', 'Monaco', 'Europe/Monaco', '42 m motor yacht, crew of seven, up to 12 guests',
    1850.00, 'EUR', true),
  ('00000000-0000-4000-8000-000000000102', '00000000-0000-4000-8000-000000000001', 'Étienne Roche',
    'chauffeur', 'Paris', 'Europe/Paris', 'Chauffeur with a Maybach, speaks French and English',
    140.00, 'EUR', true),
  ('00000000-0000-4000-8000-000000000103', '00000000-0000-4000-8000-000000000001', 'Marco Valli',
    'chauffeur', 'Paris', 'Europe/Paris', 'Chauffeur with a V-Class for up to 6 guests',
    120.00, 'EUR', true),
  ('00000000-0000-4000-8000-000000000104', '00000000-0000-4000-8000-000000000001', 'Villa Serena',
    'villa', 'Saint-Tropez', 'Europe/Paris', 'Eight bedrooms above the bay, staff included',
    650.00, 'EUR', true),
  ('00000000-0000-4000-8000-000000000105', '00000000-0000-4000-8000-000000000001', 'Ines Duarte',
    'model', 'Paris', 'Europe/Paris', 'Editorial and event model', 480.00, 'EUR', true),
  ('00000000-0000-4000-8000-000000000106', '00000000-0000-4000-8000-000000000001', 'Luca Ferrante',
    'private chef', 'Paris', 'Europe/Paris', 'Private chef, tasting menus for 2 to 20 guests',
    260.00, 'EUR', true)
on conflict (id) do nothing;
