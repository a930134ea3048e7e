Your booking reads that way already<#if booking.firstName??>, ${booking.firstName}</#if>:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Place: ${booking.place}
</#if>
<#if booking.guests??>
Guests: ${booking.guests}
</#if>
Reference: ${booking.reference}
