Es ist alles geregelt<#if booking.firstName??>, ${booking.firstName}</#if>. Ihre Buchung lautet nun:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Ort: ${booking.place}
</#if>
<#if booking.guests??>
Gäste: ${booking.guests}
</#if>
<#if booking.price??>
Preis: ${booking.price}
</#if>
Buchungsnummer: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

<#if booking.partyKnown>
Der Vertrag dazu folgt hier in einem Augenblick; er tritt an die Stelle des früheren.
<#else>
Die Buchung wird verbindlich, sobald Sie Ihren Dienstleistungsvertrag annehmen.
</#if>
