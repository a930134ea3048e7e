Has the deposit for booking ${notice.bookingReference} come?

Nobody has said yet whether the deposit for booking ${notice.bookingReference} of ${notice.contactName} (${notice.channel}, ${notice.agencyName}) came in. The task in Tasklist is overdue, and the reminders to the contact wait for it.
<#if notice.talent??>
Talent: ${notice.talent}
</#if>
<#if notice.start??>
Start: ${notice.start}
</#if>

Please look into the account, take the task and answer.
