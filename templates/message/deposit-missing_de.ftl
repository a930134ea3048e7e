<#if booking.firstName??>${booking.firstName}, die<#else>Die</#if> Anzahlung für Ihre Buchung ist nicht bei uns eingegangen; deshalb halten wir die Zeit nicht länger für Sie frei:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Buchungsnummer: ${booking.reference}

Falls Sie bereits gezahlt haben oder die Buchung weiterhin wünschen, antworten Sie einfach hier, und ein Kollege sieht sofort nach.
