<#if booking.contractNumber??>
Das Dokument ${booking.contractNumber} blieb zu lange ohne Antwort<#if booking.firstName??>, ${booking.firstName}</#if>. Es ist verfallen, und die für Sie reservierte Zeit ist wieder frei:
<#else>
Ohne Ihren vollständigen Namen konnte ich den Vertrag nicht vorbereiten<#if booking.firstName??>, ${booking.firstName}</#if>. Die für Sie reservierte Zeit ist wieder frei:
</#if>

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Buchungsnummer: ${booking.reference}

Wenn Sie es weiterhin wünschen, schreiben Sie mir: Ich sehe nach, ob die Zeit noch frei ist, und bereite alles neu vor.
