Thank you<#if booking.firstName??>, ${booking.firstName}</#if>. You accepted agreement ${booking.contractNumber} on ${booking.acceptedAt}, and your booking is firm.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
${booking.place}
</#if>
Reference: ${booking.reference}

Please keep the document for your records. I remain at your disposal here.
