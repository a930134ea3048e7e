<#if again>
С момента вопроса стоимость отмены изменилась, поэтому пока ничего не отменено.

</#if>
<#if bookings?size == 1>
Отменить эту бронь?
<#else>
Какую из ваших броней отменить?
</#if>
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
<#if booking.fee??>
По нашему договору отмена сейчас стоит ${booking.percent} % цены: ${booking.fee}.
<#elseif booking.freeUntil??>
Отмена пока бесплатна, до ${booking.freeUntil}.
<#else>
Отмена бесплатна.
</#if>
</#list>
<#if (bookings?size > buttons)>
Кнопки относятся к первым ${buttons}; если нужна другая бронь, попросите, чтобы вам ответил человек.
</#if>
