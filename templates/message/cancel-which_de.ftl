<#if bookings?size == 1>
Soll ich diese Buchung stornieren?
<#else>
Welche Ihrer Buchungen soll ich stornieren?
</#if>
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
</#list>
<#if (bookings?size > buttons)>
Die Schaltflächen gelten für die ersten ${buttons}; geht es um eine andere, so bitten Sie um ein Gespräch mit einem Menschen.
</#if>
