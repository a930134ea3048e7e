Never confirmed: the deposit for booking ${notice.bookingReference}

The time of booking ${notice.bookingReference} of ${notice.contactName} (${notice.channel}, ${notice.agencyName}) is over, and nobody has said whether the deposit came in. The task in Tasklist is closed, the booking goes on to its end, and the contact has heard nothing about it.
<#if notice.talent??>
Talent: ${notice.talent}
</#if>
<#if notice.start??>
Start: ${notice.start}
</#if>
<#if notice.deposit??>
Not confirmed: ${notice.deposit}
</#if>

Please look into the account. What has not come is still owed and belongs on the invoice.
