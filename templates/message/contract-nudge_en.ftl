<#if booking.firstName??>${booking.firstName}, may<#else>May</#if> I come back to document ${booking.contractNumber}, which I sent you here? It still waits for your answer:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Reference: ${booking.reference}

The time is reserved for you for a while yet, but not without end. If something holds you back, simply tell me what it is.
<#if booking.declineFee??>

If you decline, the booking ends, and by the agreement you accepted before the cancellation fee is ${booking.declineFee}.
</#if>
