<#if booking.firstName??>${booking.firstName}, in<#else>In</#if> etwa einer Stunde:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Ort: ${booking.place}
</#if>
Buchungsnummer: ${booking.reference}

Sollte Sie etwas aufhalten, antworten Sie hier.
