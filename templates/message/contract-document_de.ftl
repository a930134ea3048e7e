Ihr Dienstleistungsvertrag ${booking.contractNumber}:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

Bitte lesen Sie das angehängte Dokument. „Annehmen“ schließt den Vertrag und macht Ihre Buchung verbindlich; „Ablehnen“ gibt die reservierte Zeit frei. Möchten Sie vorher etwas ändern, so schreiben Sie mir einfach.
