For this booking there is also a confidentiality agreement, ${booking.contractNumber}:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

Please read the attached document. Your booking becomes firm once you “Accept” it; “Decline” sets the reserved time free. If anything in it is unclear, just write to me.
<#if booking.declineFee??>

If you decline, the booking ends, and by the agreement you accepted before the cancellation fee is ${booking.declineFee}.
</#if>
