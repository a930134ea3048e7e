Ποια από τις κρατήσεις σας να αλλάξω; Πατήστε το κουμπί της ή γράψτε τον αριθμό της.
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
</#list>
