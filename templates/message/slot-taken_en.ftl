I am sorry<#if booking.firstName??>, ${booking.firstName}</#if>: ${booking.talent} is no longer free for ${when(booking.start, booking.end)}.

<#if booking.alternatives?has_content>
Free at that time:
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

Would one of them suit you, or shall I look at another day or hour?
<#else>
Which other day or hour would suit you?
</#if>
