-- What those templates say, as it was entered at WhatsApp.
update message_template t set body = words.body
from (values
  ('booking-held', E'I have set this aside for you:\n\n{{1}} – {{2}}\n{{3}}\nReference: {{4}}\n\nIt is held for you, not yet confirmed: our team looks at it in person and will answer you here.'),
  ('slot-taken', E'To my regret this has just been taken by another guest:\n\n{{1}} – {{2}}\n{{3}}\nReference: {{4}}\n\nTell me which other time would suit you, and I will see to it.'),
  ('booking-declined', E'To my regret we cannot take on this booking:\n\n{{1}} – {{2}}\n{{3}}\nReference: {{4}}\n\nIf you would like another day, or something different altogether, write to me here.'),
  ('booking-confirmed', E'Our team has approved your booking:\n\n{{1}} – {{2}}\n{{3}}\n{{4}}\nReference: {{5}}\n\nYour service agreement follows here in a moment.'),
  ('contract-document', E'Your service agreement {{1}}:\n\n{{2}} – {{3}}\n{{4}}\n\nPlease read the attached document, then accept or decline it here.'),
  ('contract-accepted', E'You accepted agreement {{1}}, and your booking is firm:\n\n{{2}} – {{3}}\n{{4}}\nReference: {{5}}\n\nPlease keep the document for your records.'),
  ('contract-declined', E'You declined agreement {{1}}, and the time reserved for you is free again:\n\n{{2}} – {{3}}\n{{4}}\n\nIf something else would serve you better, write to me here.'),
  ('reminder-48h', E'A quiet word ahead of time: your booking is in two days.\n\n{{1}} – {{2}}\n{{3}}\nPlace: {{4}}\nReference: {{5}}\n\nIf anything should change, just reply to this message.'),
  ('reminder-24h', E'We look forward to tomorrow.\n\n{{1}} – {{2}}\n{{3}}\nPlace: {{4}}\nReference: {{5}}\n\nFor a special wish or a later arrival, reply here.'),
  ('reminder-1h', E'In about an hour:\n\n{{1}} – {{2}}\n{{3}}\nPlace: {{4}}\nReference: {{5}}\n\nShould anything hold you up, reply here.'),
  ('booking-thanks', E'It was a pleasure for {{1}} to arrange this for you:\n\n{{2}} – {{3}}\n{{4}}\n\nWhenever you have something new in mind, write to me here.'),
  ('booking-waits', E'Thank you for your patience. Your request {{1}} for {{2}} is still with our team, and you will have their answer here as soon as it is given.'),
  ('hold-expired', E'The time I could set aside for you has run out:\n\n{{1}} – {{2}}\n{{3}}\nReference: {{4}}\n\nOur team still looks at it and will answer you here.'),
  ('booking-moved', E'It is arranged. Your booking now reads:\n\n{{1}} – {{2}}\n{{3}}\nReference: {{4}}\n\nThe agreement for it follows here; it takes the place of the earlier one.'),
  ('booking-unchanged', E'Your booking reads that way already:\n\n{{1}} – {{2}}\n{{3}}\nReference: {{4}}\n\nNothing has been changed.'),
  ('change-declined', E'To my regret we cannot make this change. Your booking stands as it was:\n\n{{1}} – {{2}}\n{{3}}\nReference: {{4}}\n\nIf another day or hour would serve you, write to me here.'),
  ('booking-cancelled', E'As you wish. Your booking is cancelled, and the time is free again:\n\n{{1}} – {{2}}\n{{3}}\nReference: {{4}}\nCancellation fee: {{5}}\n\nWhenever you have something new in mind, write to me here.'),
  ('booking-called-off', E'I am very sorry: we have to call off your booking.\n\n{{1}} – {{2}}\n{{3}}\nReference: {{4}}\n\nTell me which other day or hour would suit you, and I will see to it at once.'),
  ('nda-document', E'For this booking there is also a confidentiality agreement, {{1}}:\n\n{{2}} – {{3}}\n{{4}}\n\nPlease read the attached document, then accept or decline it here.'),
  ('non-compete-document', E'For this booking there is also an agreement to engage through us only, {{1}}:\n\n{{2}} – {{3}}\n{{4}}\n\nPlease read the attached document, then accept or decline it here.'),
  ('contract-nudge', E'May I come back to document {{1}}, which I sent you here? It still waits for your answer:\n\n{{2}} – {{3}}\n{{4}}\nReference: {{5}}\n\nThe time is reserved for you for a while yet, but not without end.'),
  ('contract-expired', E'Document {{1}} has had no answer for some days, so it has lapsed and the time reserved for you is free again:\n\n{{2}} – {{3}}\n{{4}}\nReference: {{5}}\n\nIf you still wish it, write to me here.'),
  ('request-closed', E'As you wish, your request is closed. Whenever you have something new in mind, {{1}} is here for you.'),
  ('deposit-missing', E'The deposit for your booking has not reached us, so the time is no longer kept for you:\n\n{{1}} – {{2}}\n{{3}}\nReference: {{4}}\n\nIf you have paid it, or would still like to come, just reply here.'),
  ('request-lapsed', E'I have not heard from you for a while, so I have closed your request for now. Nothing was reserved, and nothing is due. Whenever you would like to take it up again, write to {{1}} here.')) as words (stem, body)
where t.agency_id = '00000000-0000-4000-8000-000000000001' and t.language = 'en' and t.stem = words.stem;
