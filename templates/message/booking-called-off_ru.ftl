Нам очень жаль<#if booking.firstName??>, ${booking.firstName}</#if>: мы вынуждены отменить вашу бронь.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Номер брони: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>
<#if booking.alternatives?has_content>

В это время свободны:
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

Подошёл бы вам один из этих вариантов? Скажите, и мы сразу всё устроим.
<#else>

Какой другой день или час вам подошёл бы? Мы сразу всё устроим.
</#if>
