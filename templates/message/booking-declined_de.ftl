Vielen Dank für Ihre Geduld<#if booking.firstName??>, ${booking.firstName}</#if>. Zu meinem Bedauern können wir diese Buchung nicht übernehmen:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Buchungsnummer: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

Wäre Ihnen ein anderer Tag oder etwas ganz anderes recht, so sagen Sie es mir, und ich sehe, was wir einrichten können.
