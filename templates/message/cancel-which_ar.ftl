<#if again>
تغيّرت كلفة الإلغاء منذ أن سألناكم، لذلك لم نُلغِ شيئًا بعد.

</#if>
<#if bookings?size == 1>
هل نلغي هذا الحجز؟
<#else>
أي حجز من حجوزاتكم نلغي؟
</#if>
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>، ${booking.start}</#if>
<#if booking.fee??>
وفق اتفاقنا، يكلّف الإلغاء الآن ${booking.percent} % من السعر: ${booking.fee}.
<#elseif booking.freeUntil??>
ما زال الإلغاء مجانيًا حتى ${booking.freeUntil}.
<#else>
الإلغاء مجاني.
</#if>
</#list>
<#if (bookings?size > buttons)>
الأزرار تخص أول ${buttons} حجوزات؛ ولحجز آخر، اطلبوا أن يجيبكم شخص.
</#if>
