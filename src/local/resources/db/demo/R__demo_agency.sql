-- The agency of the local stack and of the tests.
insert into agency (id, slug, name, legal_name, address, time_zone, locale, currency, created_at)
values ('00000000-0000-4000-8000-000000000001', 'luxe', 'Maison Luxe', 'Maison Luxe SARL',
  '12 Place Vendôme, 75001 Paris, France', 'Europe/Paris', 'en', 'EUR', '2026-01-01T00:00:00Z')
on conflict (id) do nothing;

update agency set office_first_day = 1, office_last_day = 6, office_opens = '09:00', office_closes = '20:00'
where id = '00000000-0000-4000-8000-000000000001';

insert into channel_account (id, agency_id, channel, provider_account_id, display_name)
values
  ('00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000001', 'WHATSAPP',
    '100000000000001', 'Maison Luxe'),
  ('00000000-0000-4000-8000-000000000012', '00000000-0000-4000-8000-000000000001', 'TELEGRAM',
    '100001', 'Maison Luxe')
on conflict (id) do nothing;

-- They sign in as <username>@luxe, each with the password demo.
insert into staff (id, agency_id, username, name, role, email, password_hash)
values ('00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000001', 'demo',
  'Camille Laurent', 'OWNER', 'camille@maison-luxe.example',
  '{bcrypt}$2a$12$yLa4JVkRuj6Z0psAhlDQMOQ4aJriYkpT3wPOxEsHtPkEh7v7C3lay')
on conflict (id) do update set email = excluded.email, password_hash = excluded.password_hash;

insert into staff (id, agency_id, username, name, role, password_hash)
select colleague.id::uuid, s.agency_id, colleague.username, colleague.name, colleague.role, s.password_hash
from staff s,
  (values
    ('00000000-0000-4000-8000-000000000022', 'margaux', 'Margaux Petit', 'CONCIERGE'),
    ('00000000-0000-4000-8000-000000000023', 'julien', 'Julien Caron', 'APPROVER'),
    ('00000000-0000-4000-8000-000000000024', 'elise', 'Élise Fontaine', 'SUPERVISOR')
  ) as colleague (id, username, name, role)
where s.id = '00000000-0000-4000-8000-000000000021'
on conflict (id) do update set password_hash = excluded.password_hash;

insert into talent (id, agency_id, name, kind, city, zone, description, active)
values
  ('00000000-0000-4000-8000-000000000101', '00000000-0000-4000-8000-000000000001', 'Aurelia',
    'yacht', 'Monaco', 'Europe/Monaco', '42 m motor yacht, crew of seven, up to 12 guests', true),
  ('00000000-0000-4000-8000-000000000102', '00000000-0000-4000-8000-000000000001', 'Étienne Roche',
    'chauffeur', 'Paris', 'Europe/Paris', 'Chauffeur with a Maybach, speaks French and English', true),
  ('00000000-0000-4000-8000-000000000103', '00000000-0000-4000-8000-000000000001', 'Marco Valli',
    'chauffeur', 'Paris', 'Europe/Paris', 'Chauffeur with a V-Class for up to 6 guests', true),
  ('00000000-0000-4000-8000-000000000104', '00000000-0000-4000-8000-000000000001', 'Villa Serena',
    'villa', 'Saint-Tropez', 'Europe/Paris', 'Eight bedrooms above the bay, staff included', true),
  ('00000000-0000-4000-8000-000000000105', '00000000-0000-4000-8000-000000000001', 'Ines Duarte',
    'model', 'Paris', 'Europe/Paris', 'Editorial and event model', true),
  ('00000000-0000-4000-8000-000000000106', '00000000-0000-4000-8000-000000000001', 'Luca Ferrante',
    'private chef', 'Paris', 'Europe/Paris', 'Private chef, tasting menus for 2 to 20 guests', true)
on conflict (id) do nothing;

-- Without a rate: the price is on request.
insert into talent (id, agency_id, name, kind, city, zone, description, active)
values
  ('00000000-0000-4000-8000-000000000107', '00000000-0000-4000-8000-000000000001', 'Château Vallon', 'estate',
    'Beaune', 'Europe/Paris', 'An estate among the vineyards, for weddings up to 120 guests', true)
on conflict (id) do nothing;

insert into talent_rate (id, agency_id, talent_id, kind, amount, currency, minimum_hours, valid_from, valid_to)
values
  ('00000000-0000-4000-8000-000000000201', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000101',
    'HOUR', 1850.00, 'EUR', 4, '2026-01-01', null),
  ('00000000-0000-4000-8000-000000000202', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000102',
    'HOUR', 140.00, 'EUR', 3, '2026-01-01', null),
  ('00000000-0000-4000-8000-000000000203', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000103',
    'HOUR', 120.00, 'EUR', 3, '2026-01-01', null),
  ('00000000-0000-4000-8000-000000000204', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000104',
    'DAY', 6500.00, 'EUR', null, '2026-01-01', '2026-12-31'),
  ('00000000-0000-4000-8000-000000000205', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000104',
    'DAY', 6900.00, 'EUR', null, '2027-01-01', null),
  ('00000000-0000-4000-8000-000000000206', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000105',
    'HOUR', 480.00, 'EUR', 2, '2026-01-01', null),
  ('00000000-0000-4000-8000-000000000207', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000106',
    'EVENT', 1400.00, 'EUR', null, '2026-01-01', null)
on conflict do nothing;
