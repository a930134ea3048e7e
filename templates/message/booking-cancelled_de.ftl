Ganz wie Sie wünschen<#if booking.firstName??>, ${booking.firstName}</#if>. Ihre Buchung ist storniert, und die Zeit ist wieder frei:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Buchungsnummer: ${booking.reference}

Eine Erinnerung folgt nicht mehr. Wann immer Sie einen neuen Wunsch haben, schreiben Sie mir hier.
