<#if bookings?size == 1>
Dois-je annuler cette réservation ?
<#else>
Laquelle de vos réservations dois-je annuler ?
</#if>
<#list bookings as booking>
${booking.reference}<#if booking.talentName??> : ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
</#list>
<#if (bookings?size > buttons)>
Les boutons valent pour les ${buttons} premières ; pour une autre, demandez à parler à une personne.
</#if>
