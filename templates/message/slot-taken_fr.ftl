Je le regrette<#if booking.firstName??>, ${booking.firstName}</#if> : ${booking.talent} n’est plus libre le ${when(booking.start, booking.end)}.

<#if booking.alternatives?has_content>
À ce moment-là seraient libres :
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

L’un de ces choix vous conviendrait-il, ou dois-je voir un autre jour ou une autre heure ?
<#else>
Quel autre jour ou quelle autre heure vous conviendrait ?
</#if>
