Ваша бронь уже именно такова<#if booking.firstName??>, ${booking.firstName}</#if>:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Место: ${booking.place}
</#if>
<#if booking.guests??>
Гости: ${booking.guests}
</#if>
Номер брони: ${booking.reference}
