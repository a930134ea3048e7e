-- The orders in which staff page through the bookings of an agency: what has no time yet comes after all others in either direction.
create index booking_event on booking (agency_id, (coalesce(starts_at, 'infinity'::timestamptz)), id);
create index booking_latest_event on booking (agency_id, (coalesce(starts_at, '-infinity'::timestamptz)), id);
create index booking_newest on booking (agency_id, created_at, id);

-- The calendar: whatever overlaps a week or a month.
create index booking_calendar on booking using gist (agency_id, tstzrange(starts_at, ends_at))
  where state in ('HELD', 'CONFIRMED', 'COMPLETED', 'LAPSED');
create index booking_change_waiting on booking_change (agency_id) where state = 'PROPOSED';
