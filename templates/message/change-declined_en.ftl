Thank you for your patience<#if booking.firstName??>, ${booking.firstName}</#if>. To my regret we cannot make this change. Your booking stays as it was:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Reference: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

If another day or hour would serve you, tell me and I will ask again.
