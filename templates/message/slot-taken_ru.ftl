Нам жаль<#if booking.firstName??>, ${booking.firstName}</#if>. Желаемое время у ${booking.talent} уже занято: ${when(booking.start, booking.end)}.

<#if booking.alternatives?has_content>
В это время свободны:
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

Подошёл бы вам один из этих вариантов, или посмотреть другой день или час?
<#else>
Какой другой день или час вам подошёл бы?
</#if>
