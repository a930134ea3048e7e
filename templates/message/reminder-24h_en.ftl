<#if booking.firstName??>${booking.firstName}, we<#else>We</#if> look forward to tomorrow.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Place: ${booking.place}
</#if>
<#if booking.guests??>
Guests: ${booking.guests}
</#if>
Reference: ${booking.reference}

Please have the reference at hand on the day. For a special wish or a later arrival, reply here.
