<#if bookings?size == 1>
Отменить эту бронь?
<#else>
Какую из ваших броней отменить?
</#if>
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
</#list>
<#if (bookings?size > buttons)>
Кнопки относятся к первым ${buttons}; если нужна другая бронь, попросите, чтобы вам ответил человек.
</#if>
