I am sorry that this takes longer<#if booking.firstName??>, ${booking.firstName}</#if>. The time I could set aside for you has run out:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Reference: ${booking.reference}

Our team still looks at it and will answer you here. Until then others may ask for this time as well; if you would rather have another day or hour, simply tell me.
