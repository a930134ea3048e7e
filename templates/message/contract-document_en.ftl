Your service agreement ${booking.contractNumber}:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

Please read the attached document. “Accept” concludes the agreement and makes your booking firm; “Decline” sets the reserved time free. Should you wish to change anything first, just write to me.
<#if booking.declineFee??>

If you decline, the booking ends, and by the agreement you accepted before the cancellation fee is ${booking.declineFee}.
</#if>
