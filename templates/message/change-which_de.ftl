Welche Ihrer Buchungen soll ich ändern? Drücken Sie ihre Schaltfläche, oder schreiben Sie ihre Buchungsnummer.
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
</#list>
