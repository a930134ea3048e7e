Escalated: the deposit for booking ${notice.bookingReference}

Nobody has said in time whether the deposit for booking ${notice.bookingReference} of ${notice.contactName} (${notice.channel}, ${notice.agencyName}) came in. The task is yours in Tasklist now.
<#if notice.talent??>
Talent: ${notice.talent}
</#if>
<#if notice.start??>
Start: ${notice.start}
</#if>
