<#if booking.firstName??>${booking.firstName}, בעוד<#else>בעוד</#if> כשעה:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
מקום: ${booking.place}
</#if>
מספר הזמנה: ${booking.reference}

אם משהו מעכב אתכם, השיבו כאן.
