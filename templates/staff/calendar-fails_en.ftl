The calendar takes no entries

The calendar of ${notice.agencyName} does not show what was agreed. Not written: ${notice.entry}.

Reason: ${notice.reason}

Please tell whoever runs AI LUXE: the address or the password of the calendar may have changed. Bookings go on meanwhile, and what is missing is written by itself as soon as the calendar takes it. While it does not, this notice comes once a day.
