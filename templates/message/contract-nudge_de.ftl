<#if booking.firstName??>${booking.firstName}, darf<#else>Darf</#if> ich auf das Dokument ${booking.contractNumber} zurückkommen, das ich Ihnen hier gesandt habe? Es wartet noch auf Ihre Antwort:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Buchungsnummer: ${booking.reference}

Die Zeit bleibt noch eine Weile für Sie reserviert, aber nicht unbegrenzt. Hält Sie etwas ab, so sagen Sie mir einfach, was es ist.
<#if booking.declineFee??>

Lehnen Sie ab, so endet die Buchung, und nach der Vereinbarung, die Sie zuvor angenommen haben, fällt eine Gebühr von ${booking.declineFee} an.
</#if>
