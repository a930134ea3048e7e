Votre réservation est déjà ainsi<#if booking.firstName??>, ${booking.firstName}</#if> :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Lieu : ${booking.place}
</#if>
<#if booking.guests??>
Invités : ${booking.guests}
</#if>
Référence : ${booking.reference}
