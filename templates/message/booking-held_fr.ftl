Merci<#if booking.firstName??>, ${booking.firstName}</#if>. J’ai retenu ceci à votre intention :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Lieu : ${booking.place}
</#if>
<#if booking.guests??>
Invités : ${booking.guests}
</#if>
<#if booking.budget??>
Budget : ${booking.budget}
</#if>
Référence : ${booking.reference}

Le créneau est retenu pour vous, mais pas encore confirmé : notre équipe examine votre demande personnellement et vous répondra ici sous peu. Si un détail doit être autre, dites-le-moi simplement.
