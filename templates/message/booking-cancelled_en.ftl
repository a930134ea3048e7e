As you wish<#if booking.firstName??>, ${booking.firstName}</#if>. Your booking is cancelled, and the time is free again:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Reference: ${booking.reference}

No reminder will follow. Whenever you have something new in mind, write to me here.
