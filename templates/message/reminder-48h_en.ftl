<#if booking.firstName??>${booking.firstName}, a<#else>A</#if> quiet word ahead of time: your booking is in two days.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Place: ${booking.place}
</#if>
<#if booking.guests??>
Guests: ${booking.guests}
</#if>
Reference: ${booking.reference}

If anything should change, from the number of guests to the place, now is a good moment to say so: just reply to this message.
<#if booking.freeUntil??>
Until ${booking.freeUntil} a cancellation is free of charge.
</#if>
