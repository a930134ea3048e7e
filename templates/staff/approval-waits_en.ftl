Booking ${notice.bookingReference} waits for approval

Booking ${notice.bookingReference} of ${notice.contactName} (${notice.channel}, ${notice.agencyName}) waits for a decision in Tasklist and is overdue.
<#if notice.talent??>
Talent: ${notice.talent}
</#if>
<#if notice.start??>
Start: ${notice.start}
</#if>

Please open Tasklist, take the task and decide. If nobody does, it goes to the supervisors.
