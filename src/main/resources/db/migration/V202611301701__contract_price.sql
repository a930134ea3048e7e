-- The price that each document names; none where there was none when it was issued.
alter table contract
  add column price_amount    numeric,
  add column price_currency  text;
update contract
set price_amount = (terms::jsonb -> 'price' ->> 'amount')::numeric,
    price_currency = terms::jsonb -> 'price' ->> 'currency';
alter table contract
  add check ((price_amount is null) = (price_currency is null));
