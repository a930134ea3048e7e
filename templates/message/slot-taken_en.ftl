I am sorry<#if booking.firstName??>, ${booking.firstName}</#if>: ${booking.talent} is no longer free for ${when(booking.start, booking.end)}.

<#if booking.alternatives?has_content>
These times are free at the moment:
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

Would one of them suit you? Another day or hour is welcome too.
<#else>
Which other day or hour would suit you?
</#if>
