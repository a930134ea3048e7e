Merci<#if booking.firstName??>, ${booking.firstName}</#if>. Vous avez accepté le document ${booking.contractNumber} (${booking.acceptedAt}) ; votre réservation est ferme.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
${booking.place}
</#if>
Référence : ${booking.reference}

Veuillez conserver le document. Je reste ici à votre disposition.
