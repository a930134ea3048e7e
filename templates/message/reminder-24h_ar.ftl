<#if booking.firstName??>${booking.firstName}، نتطلع<#else>نتطلع</#if> إلى الغد.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
المكان: ${booking.place}
</#if>
<#if booking.guests??>
الضيوف: ${booking.guests}
</#if>
رقم الحجز: ${booking.reference}

يُرجى إبقاء رقم الحجز في متناول اليد في ذلك اليوم. لأي رغبة خاصة أو وصول متأخر، أجيبوا هنا.
