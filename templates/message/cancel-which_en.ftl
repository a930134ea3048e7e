<#if again>
Since I asked you, what a cancellation costs has changed, so I have not cancelled anything yet.

</#if>
<#if bookings?size == 1>
Shall I cancel this booking?
<#else>
Which of your bookings shall I cancel?
</#if>
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
<#if booking.fee??>
By our agreement, cancelling now costs ${booking.percent} % of the price: ${booking.fee}.
<#elseif booking.freeUntil??>
You can still cancel free of charge, until ${booking.freeUntil}.
<#else>
Cancelling is free of charge.
</#if>
</#list>
<#if (bookings?size > buttons)>
The buttons are for the first ${buttons}; for another one, ask for a person.
</#if>
