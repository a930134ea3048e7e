شكرًا<#if booking.firstName??>، ${booking.firstName}</#if>. لقد حفظنا لكم:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
المكان: ${booking.place}
</#if>
<#if booking.guests??>
الضيوف: ${booking.guests}
</#if>
<#if booking.budget??>
الميزانية: ${booking.budget}
</#if>
رقم الحجز: ${booking.reference}

الوقت محفوظ لكم، لكن الحجز لم يُؤكَّد بعد: ينظر فيه فريقنا شخصيًّا وسيجيبكم هنا قريبًا. إذا كان ينبغي تغيير أي تفصيل، فاكتبوا لنا.
