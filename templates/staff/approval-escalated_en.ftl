Escalated: booking ${notice.bookingReference} waits for approval

Booking ${notice.bookingReference} of ${notice.contactName} (${notice.channel}, ${notice.agencyName}) was decided by nobody in time. The task is yours in Tasklist now.
<#if notice.talent??>
Talent: ${notice.talent}
</#if>
<#if notice.start??>
Start: ${notice.start}
</#if>
