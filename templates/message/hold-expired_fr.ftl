Pardonnez ce délai<#if booking.firstName??>, ${booking.firstName}</#if>. Le temps pendant lequel je pouvais retenir ce créneau pour vous est écoulé :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Référence : ${booking.reference}

Notre équipe examine toujours votre demande et vous répondra ici. D’ici là, d’autres peuvent aussi demander ce créneau ; si vous préférez un autre jour ou une autre heure, dites-le-moi simplement.
