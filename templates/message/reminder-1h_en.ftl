<#if booking.firstName??>${booking.firstName}, in<#else>In</#if> about an hour:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Place: ${booking.place}
</#if>
Reference: ${booking.reference}

Should anything hold you up, reply here.
