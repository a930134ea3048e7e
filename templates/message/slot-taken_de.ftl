Es tut mir leid<#if booking.firstName??>, ${booking.firstName}</#if>. ${booking.talent} ist zu der gewünschten Zeit nicht mehr frei: ${when(booking.start, booking.end)}.

<#if booking.alternatives?has_content>
Zu dieser Zeit wären frei:
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

Wäre eine dieser Möglichkeiten in Ihrem Sinne, oder soll ich nach einem anderen Tag oder einer anderen Stunde sehen?
<#else>
Welcher andere Tag oder welche andere Stunde wäre Ihnen recht?
</#if>
