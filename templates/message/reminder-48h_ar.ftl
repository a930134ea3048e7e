<#if booking.firstName??>${booking.firstName}، تذكير<#else>تذكير</#if> هادئ مسبق: حجزكم بعد يومين.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
المكان: ${booking.place}
</#if>
<#if booking.guests??>
الضيوف: ${booking.guests}
</#if>
رقم الحجز: ${booking.reference}

إذا كان هناك ما سيتغيّر، من عدد الضيوف إلى المكان، فالآن وقت مناسب لقول ذلك: أجيبوا عن هذه الرسالة.
<#if booking.freeUntil??>
الإلغاء مجاني حتى ${booking.freeUntil}.
</#if>
