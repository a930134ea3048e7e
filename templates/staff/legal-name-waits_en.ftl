The agreement for booking ${notice.bookingReference} waits for a legal name

The agreement for booking ${notice.bookingReference} of ${notice.contactName} (${notice.channel}, ${notice.agencyName}) cannot be written: nobody has said the legal name of the contact yet.
<#if notice.talent??>
Talent: ${notice.talent}
</#if>
<#if notice.start??>
Start: ${notice.start}
</#if>

Please open Tasklist, take the task Enter legal name and write the name, as it is written in the passport. If nobody does, it goes to the supervisors; 72 hours after the approval the slot is free again.
