Gute Nachrichten<#if booking.firstName??>, ${booking.firstName}</#if>: Unser Team hat Ihrer Buchung zugestimmt.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
${booking.place}
</#if>
<#if booking.price??>
Preis: ${booking.price}
</#if>
Buchungsnummer: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

<#if booking.partyKnown>
Ihr Dienstleistungsvertrag folgt hier in einem Augenblick. Die Buchung wird verbindlich, sobald Sie ihn annehmen.
<#else>
Die Buchung wird verbindlich, sobald Sie Ihren Dienstleistungsvertrag annehmen.
</#if>
