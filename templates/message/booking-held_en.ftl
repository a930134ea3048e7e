Thank you<#if booking.firstName??>, ${booking.firstName}</#if>. I have set this aside for you:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Place: ${booking.place}
</#if>
<#if booking.guests??>
Guests: ${booking.guests}
</#if>
<#if booking.budget??>
Budget: ${booking.budget}
</#if>
Reference: ${booking.reference}

It is held for you, not yet confirmed: our team looks at it in person and will answer you here shortly. If any detail should read differently, simply tell me.
