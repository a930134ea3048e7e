-- More of what the demo agency offers, in several cities; named so that those of db/demo come first of their kind.
insert into talent (id, agency_id, name, kind, city, zone, description, active)
select ('00000000-0000-4000-8000-000000000' || number)::uuid, '00000000-0000-4000-8000-000000000001', name, kind, city,
  zone, description, true
from (values
  (121, 'William Hart', 'chauffeur', 'London', 'Europe/London', 'Chauffeur with a Bentley Mulsanne, knows every stage door'),
  (122, 'Yiannis Markou', 'chauffeur', 'Athens', 'Europe/Athens', 'Chauffeur with an S-Class, speaks Greek, English and Hebrew'),
  (123, 'Yousef Karimi', 'chauffeur', 'Dubai', 'Asia/Dubai', 'Chauffeur with a Rolls-Royce Cullinan, speaks Arabic and Russian'),
  (124, 'Thalassa', 'yacht', 'Athens', 'Europe/Athens', '35 m sailing yacht, crew of six, up to 10 guests'),
  (125, 'Villa Zafferano', 'villa', 'Porto Cervo', 'Europe/Rome', 'Five bedrooms by the sea, cook and gardener included'),
  (126, 'Villa Zenobia', 'villa', 'Dubai', 'Asia/Dubai', 'Six bedrooms on the Palm, private beach, butler'),
  (127, 'Sasha Orlova', 'model', 'London', 'Europe/London', 'Runway and gala model, speaks Russian, English and French'),
  (128, 'Nadia Karim', 'private chef', 'Dubai', 'Asia/Dubai', 'Private chef, Levantine tasting menus for 2 to 30 guests'),
  (129, 'Jonas Albrecht', 'photographer', 'Berlin', 'Europe/Berlin', 'Portraits and private events, pictures the next morning'),
  (130, 'Chloé Perrin', 'photographer', 'Paris', 'Europe/Paris', 'Weddings and fashion, on film and digital'),
  (131, 'Falcon 8X', 'private jet', 'Geneva', 'Europe/Zurich', 'Long range, up to 14 guests, with flight attendant'),
  (132, 'Blue Heron', 'helicopter', 'Nice', 'Europe/Paris', 'H145 for up to 7 guests, Nice to Monaco in seven minutes'),
  (133, 'Trio Belcanto', 'musicians', 'Vienna', 'Europe/Vienna', 'Piano, violin and soprano, two sets of 45 minutes')
) as more (number, name, kind, city, zone, description)
on conflict (id) do nothing;

insert into talent_rate (id, agency_id, talent_id, kind, amount, currency, minimum_hours, valid_from, valid_to)
select ('00000000-0000-4000-8000-000000000' || number + 100)::uuid, '00000000-0000-4000-8000-000000000001',
  ('00000000-0000-4000-8000-000000000' || number)::uuid, kind, amount, 'EUR', minimum_hours, date '2026-01-01', null
from (values
  (121, 'HOUR', 160.00, 3), (122, 'HOUR', 95.00, 3), (123, 'HOUR', 190.00, 3), (124, 'HOUR', 980.00, 4),
  (125, 'DAY', 4200.00, null), (126, 'DAY', 5800.00, null), (127, 'HOUR', 520.00, 2), (128, 'EVENT', 1650.00, null),
  (129, 'HOUR', 240.00, 2), (130, 'EVENT', 2800.00, null), (131, 'HOUR', 7400.00, 2), (132, 'HOUR', 3900.00, 1),
  (133, 'EVENT', 3200.00, null)
) as rates (number, kind, amount, minimum_hours)
on conflict do nothing;
