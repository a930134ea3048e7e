<#if booking.firstName??>${booking.firstName}, примерно<#else>Примерно</#if> через час:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Место: ${booking.place}
</#if>
Номер брони: ${booking.reference}

Если вас что-то задержит, ответьте здесь.
