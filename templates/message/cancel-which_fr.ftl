<#if again>
Depuis ma question, le coût d’une annulation a changé ; je n’ai donc encore rien annulé.

</#if>
<#if bookings?size == 1>
Dois-je annuler cette réservation ?
<#else>
Laquelle de vos réservations dois-je annuler ?
</#if>
<#list bookings as booking>
${booking.reference}<#if booking.talentName??> : ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
<#if booking.fee??>
Selon notre contrat, une annulation coûte à présent ${booking.percent} % du prix : ${booking.fee}.
<#elseif booking.freeUntil??>
L’annulation est encore gratuite, jusqu’au ${booking.freeUntil}.
<#else>
L’annulation est gratuite.
</#if>
</#list>
<#if (bookings?size > buttons)>
Les boutons valent pour les ${buttons} premières ; pour une autre, demandez à parler à une personne.
</#if>
