Zu dieser Buchung gehört auch eine Verschwiegenheitsvereinbarung, ${booking.contractNumber}:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

Bitte lesen Sie das angehängte Dokument. Ihre Buchung wird verbindlich, sobald Sie auch dieses annehmen; „Ablehnen“ gibt die reservierte Zeit frei. Ist etwas darin unklar, so schreiben Sie mir einfach.
