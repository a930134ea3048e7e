Ganz wie Sie wünschen<#if booking.firstName??>, ${booking.firstName}</#if>. Ihre Buchung ist storniert, und die Zeit ist wieder frei:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Buchungsnummer: ${booking.reference}

<#if booking.feeDue && booking.feeWaived>
Die Gebühr von ${booking.cancellationFee} erlassen wir Ihnen gern.
<#elseif booking.feeDue>
Nach unserer Vereinbarung fällt dafür eine Gebühr von ${booking.cancellationFee} an.
<#else>
Für die Absage ist nichts zu zahlen.
</#if>
Eine Erinnerung folgt nicht mehr. Wann immer Sie einen neuen Wunsch haben, schreiben Sie mir hier.
