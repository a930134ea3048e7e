Какую из ваших броней изменить? Нажмите её кнопку или напишите её номер.
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
</#list>
