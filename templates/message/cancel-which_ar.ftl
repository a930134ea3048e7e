<#if bookings?size == 1>
هل نلغي هذا الحجز؟
<#else>
أي حجز من حجوزاتكم نلغي؟
</#if>
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>، ${booking.start}</#if>
</#list>
<#if (bookings?size > buttons)>
الأزرار تخص أول ${buttons} حجوزات؛ ولحجز آخر، اطلبوا أن يجيبكم شخص.
</#if>
