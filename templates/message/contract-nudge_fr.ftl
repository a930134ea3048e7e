<#if booking.firstName??>${booking.firstName}, puis-je<#else>Puis-je</#if> revenir au document ${booking.contractNumber} que je vous ai envoyé ici ? Il attend encore votre réponse :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Référence : ${booking.reference}

Le créneau vous reste réservé quelque temps encore, mais pas sans limite. Si quelque chose vous retient, dites-moi simplement quoi.
<#if booking.declineFee??>

Si vous refusez, la réservation prend fin et, selon le contrat que vous aviez accepté, les frais d’annulation sont de ${booking.declineFee}.
</#if>
