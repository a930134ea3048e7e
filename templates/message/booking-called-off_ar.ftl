نأسف كثيرًا<#if booking.firstName??>، ${booking.firstName}</#if>: اضطررنا إلى إلغاء حجزكم.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
رقم الحجز: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>
<#if booking.alternatives?has_content>

المتاح في ذلك الوقت:
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

هل يناسبكم أحد هذه الخيارات؟ اكتبوا لنا وسنتولى الأمر فورًا.
<#else>

أي يوم آخر أو ساعة أخرى تناسبكم؟ سنتولى الأمر فورًا.
</#if>
