<#if bookings?size == 1>
Shall I cancel this booking?
<#else>
Which of your bookings shall I cancel?
</#if>
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
</#list>
<#if (bookings?size > buttons)>
The buttons are for the first ${buttons}; for another one, ask for a person.
</#if>
