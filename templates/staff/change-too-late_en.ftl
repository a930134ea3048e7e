Not carried out: the change of booking ${notice.bookingReference}

The change of booking ${notice.bookingReference} of ${notice.contactName} (${notice.channel}, ${notice.agencyName}) was agreed to when its new time had already passed, so it is not carried out. The booking stays as it was, the contact hears so, and its task in Tasklist is done.
<#if notice.talent??>
Talent: ${notice.talent}
</#if>
<#if notice.start??>
Start: ${notice.start}
</#if>

If the contact was promised something else, please write to them.
