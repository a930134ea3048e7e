<#if booking.firstName??>${booking.firstName}, the<#else>The</#if> deposit for your booking has not reached us, so the time is no longer kept for you:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Reference: ${booking.reference}

If you have paid it, or would still like to come, just reply here, and a colleague will look into it at once.
