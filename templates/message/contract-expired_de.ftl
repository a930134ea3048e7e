Das Dokument ${booking.contractNumber} blieb einige Tage ohne Antwort<#if booking.firstName??>, ${booking.firstName}</#if>. Es ist verfallen, und die für Sie reservierte Zeit ist wieder frei:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Buchungsnummer: ${booking.reference}

Wenn Sie es weiterhin wünschen, schreiben Sie mir: Ich sehe nach, ob die Zeit noch frei ist, und bereite alles neu vor.
