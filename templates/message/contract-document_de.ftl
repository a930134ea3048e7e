Ihr Dienstleistungsvertrag ${booking.contractNumber}:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

Bitte lesen Sie das angehängte Dokument. „Annehmen“ schließt den Vertrag und macht Ihre Buchung verbindlich; „Ablehnen“ gibt die reservierte Zeit frei. Möchten Sie vorher etwas ändern, so schreiben Sie mir einfach.
<#if booking.declineFee??>

Lehnen Sie ab, so endet die Buchung, und nach der Vereinbarung, die Sie zuvor angenommen haben, fällt eine Gebühr von ${booking.declineFee} an.
</#if>
