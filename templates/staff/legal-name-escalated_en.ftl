Escalated: the agreement for booking ${notice.bookingReference} waits for a legal name

The agreement for booking ${notice.bookingReference} of ${notice.contactName} (${notice.channel}, ${notice.agencyName}) still waits for the legal name of the contact. The task Enter legal name is yours in Tasklist now; 72 hours after the approval the slot is free again.
<#if notice.talent??>
Talent: ${notice.talent}
</#if>
<#if notice.start??>
Start: ${notice.start}
</#if>
