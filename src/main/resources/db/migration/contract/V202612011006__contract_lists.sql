-- How staff page through the contracts of an agency.
create index contract_issued on contract (agency_id, issued_at, id);
