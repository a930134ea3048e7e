<#if booking.firstName??>${booking.firstName}, ein<#else>Ein</#if> diskreter Hinweis vorab: Ihre Buchung ist in zwei Tagen.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Ort: ${booking.place}
</#if>
<#if booking.guests??>
Gäste: ${booking.guests}
</#if>
Buchungsnummer: ${booking.reference}

Sollte sich etwas ändern, von der Zahl der Gäste bis zum Ort, ist jetzt ein guter Moment dafür: Antworten Sie einfach auf diese Nachricht.
<#if booking.freeUntil??>
Bis ${booking.freeUntil} ist eine Absage kostenfrei.
</#if>
