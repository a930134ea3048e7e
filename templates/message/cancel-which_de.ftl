<#if again>
Seit meiner Frage hat sich geändert, was eine Absage kostet; deshalb habe ich noch nichts storniert.

</#if>
<#if bookings?size == 1>
Soll ich diese Buchung stornieren?
<#else>
Welche Ihrer Buchungen soll ich stornieren?
</#if>
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
<#if booking.fee??>
Nach unserer Vereinbarung kostet eine Absage jetzt ${booking.percent} % des Preises: ${booking.fee}.
<#elseif booking.freeUntil??>
Noch ist die Absage kostenfrei, bis ${booking.freeUntil}.
<#else>
Die Absage ist kostenfrei.
</#if>
</#list>
<#if (bookings?size > buttons)>
Die Schaltflächen gelten für die ersten ${buttons}; geht es um eine andere, so bitten Sie um ein Gespräch mit einem Menschen.
</#if>
