نأسف<#if booking.firstName??>، ${booking.firstName}</#if>. الوقت المطلوب لدى ${booking.talent} لم يعد متاحًا: ${when(booking.start, booking.end)}.

<#if booking.alternatives?has_content>
المتاح في ذلك الوقت:
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

هل يناسبكم أحد هذه الخيارات، أم ننظر في يوم آخر أو ساعة أخرى؟
<#else>
أي يوم آخر أو ساعة أخرى تناسبكم؟
</#if>
