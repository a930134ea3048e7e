<#if booking.firstName??>${booking.firstName}، بعد<#else>بعد</#if> ساعة تقريبًا:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
المكان: ${booking.place}
</#if>
رقم الحجز: ${booking.reference}

إذا أخّركم أي شيء، فأجيبوا هنا.
