As you wish<#if booking.firstName??>, ${booking.firstName}</#if>. Your booking is cancelled, and the time is free again:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Reference: ${booking.reference}

<#if booking.feeDue && booking.feeWaived>
The cancellation fee of ${booking.cancellationFee} we gladly waive for you.
<#elseif booking.feeDue>
As our agreement provides, the cancellation fee is ${booking.cancellationFee}.
<#else>
There is nothing to pay for the cancellation.
</#if>
No reminder will follow. Whenever you have something new in mind, write to me here.
