حجزكم مسجَّل هكذا بالفعل<#if booking.firstName??>، ${booking.firstName}</#if>:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
المكان: ${booking.place}
</#if>
<#if booking.guests??>
الضيوف: ${booking.guests}
</#if>
رقم الحجز: ${booking.reference}
