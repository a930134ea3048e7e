Ihre Buchung lautet bereits so<#if booking.firstName??>, ${booking.firstName}</#if>:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Ort: ${booking.place}
</#if>
<#if booking.guests??>
Gäste: ${booking.guests}
</#if>
Buchungsnummer: ${booking.reference}
