Thank you for your patience<#if booking.firstName??>, ${booking.firstName}</#if>. To my regret we cannot take on this booking:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Reference: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

If you would like another day, or something different altogether, tell me and I will see what we can arrange.
