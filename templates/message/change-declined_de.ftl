Vielen Dank für Ihre Geduld<#if booking.firstName??>, ${booking.firstName}</#if>. Zu meinem Bedauern können wir diese Änderung nicht vornehmen. Ihre Buchung bleibt, wie sie war:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Buchungsnummer: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

Käme ein anderer Tag oder eine andere Stunde infrage, so sagen Sie es mir, und ich frage noch einmal nach.
