-- What the demo agency had approved at WhatsApp; the channel simulator knows the same templates.
insert into message_template
  (agency_id, stem, language, provider_name, language_code, parameter_order, state)
select '00000000-0000-4000-8000-000000000001', stem, 'en', replace(stem, '-', '_'), 'en', facts::text[], 'APPROVED'
from (values
  ('booking-held', '{service,talent,when,reference}'),
  ('booking-waits', '{reference,talent}'),
  ('slot-taken', '{service,talent,when,reference}'),
  ('booking-declined', '{service,talent,when,reference}'),
  ('hold-expired', '{service,talent,when,reference}'),
  ('booking-moved', '{service,talent,when,reference}'),
  ('booking-unchanged', '{service,talent,when,reference}'),
  ('change-declined', '{service,talent,when,reference}'),
  ('booking-cancelled', '{service,talent,when,reference,cancellationFee}'),
  ('booking-called-off', '{service,talent,when,reference}'),
  ('booking-approved', '{service,talent,when,place,reference}'),
  ('legal-name-needed', '{reference}'),
  ('contract-document', '{contractNumber,service,talent,when}'),
  ('nda-document', '{contractNumber,service,talent,when}'),
  ('non-compete-document', '{contractNumber,service,talent,when}'),
  ('contract-nudge', '{contractNumber,service,talent,when,reference}'),
  ('contract-accepted', '{contractNumber,service,talent,when,reference}'),
  ('contract-declined', '{contractNumber,service,talent,when}'),
  ('contract-expired', '{contractNumber,service,talent,when,reference}'),
  ('reminder-48h', '{service,talent,when,place,reference}'),
  ('reminder-24h', '{service,talent,when,place,reference}'),
  ('reminder-1h', '{service,talent,when,place,reference}'),
  ('booking-thanks', '{agencyName,service,talent,when}'),
  ('deposit-missing', '{service,talent,when,reference}'),
  ('request-closed', '{agencyName}'),
  ('request-lapsed', '{agencyName}')) as approved (stem, facts)
on conflict (agency_id, stem, language) do update set parameter_order = excluded.parameter_order;
