I am very sorry<#if booking.firstName??>, ${booking.firstName}</#if>: we have to call off your booking.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Reference: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>
<#if booking.alternatives?has_content>

Free at that time:
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

Would one of them suit you? Tell me, and I see to it at once.
<#else>

Which other day or hour would suit you? I see to it at once.
</#if>
