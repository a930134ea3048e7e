<#if booking.contractNumber??>
<#if booking.firstName??>${booking.firstName}, document<#else>Document</#if> ${booking.contractNumber} has had no answer in time, so it has lapsed and the time reserved for you is free again:
<#else>
Without your full name I could not prepare the agreement<#if booking.firstName??>, ${booking.firstName}</#if>, so the time reserved for you is free again:
</#if>

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Reference: ${booking.reference}

If you still wish it, write to me: I will see whether the time is free and prepare everything anew.
