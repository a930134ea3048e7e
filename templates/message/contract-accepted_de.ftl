Vielen Dank<#if booking.firstName??>, ${booking.firstName}</#if>. Sie haben das Dokument ${booking.contractNumber} angenommen (${booking.acceptedAt}); Ihre Buchung ist verbindlich.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
${booking.place}
</#if>
Buchungsnummer: ${booking.reference}

Bitte bewahren Sie das Dokument auf. Ich bin hier weiterhin für Sie da.
