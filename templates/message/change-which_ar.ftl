أي حجز من حجوزاتكم نغيّر؟ اضغطوا على زره أو اكتبوا رقمه.
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>، ${booking.start}</#if>
</#list>
