Zu dieser Buchung gehört auch eine Verschwiegenheitsvereinbarung, ${booking.contractNumber}:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

Bitte lesen Sie das angehängte Dokument. Ihre Buchung wird verbindlich, sobald Sie auch dieses annehmen; „Ablehnen“ gibt die reservierte Zeit frei. Ist etwas darin unklar, so schreiben Sie mir einfach.
<#if booking.declineFee??>

Lehnen Sie ab, so endet die Buchung, und nach der Vereinbarung, die Sie zuvor angenommen haben, fällt eine Gebühr von ${booking.declineFee} an.
</#if>
