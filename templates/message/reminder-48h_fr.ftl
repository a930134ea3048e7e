<#if booking.firstName??>${booking.firstName}, un<#else>Un</#if> mot discret à l’avance : votre réservation est dans deux jours.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Lieu : ${booking.place}
</#if>
<#if booking.guests??>
Invités : ${booking.guests}
</#if>
Référence : ${booking.reference}

Si quelque chose devait changer, du nombre d’invités au lieu, c’est le bon moment pour le dire : répondez simplement à ce message.
<#if booking.freeUntil??>
Jusqu’au ${booking.freeUntil}, une annulation reste gratuite.
</#if>
