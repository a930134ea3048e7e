Laquelle de vos réservations dois-je modifier ? Appuyez sur son bouton ou écrivez sa référence.
<#list bookings as booking>
${booking.reference}<#if booking.talentName??> : ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
</#list>
