<#if booking.firstName??>${booking.firstName}, wir<#else>Wir</#if> freuen uns auf morgen.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Ort: ${booking.place}
</#if>
<#if booking.guests??>
Gäste: ${booking.guests}
</#if>
Buchungsnummer: ${booking.reference}

Bitte halten Sie an diesem Tag die Buchungsnummer bereit. Für einen besonderen Wunsch oder eine spätere Ankunft antworten Sie hier.
