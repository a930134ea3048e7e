Cancelled: booking ${notice.bookingReference}

Booking ${notice.bookingReference} of ${notice.contactName} (${notice.channel}, ${notice.agencyName}) was called off. Its slot is free, its documents are withdrawn, its reminders are silent, and what waited for it in Tasklist is gone.
<#if notice.talent??>
Talent: ${notice.talent}
</#if>
<#if notice.start??>
Start: ${notice.start}
</#if>
<#if notice.fee??>

The contact owes ${notice.fee} for calling it off, and has heard so: please see that it is invoiced.
</#if>
