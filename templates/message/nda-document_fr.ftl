Un accord de confidentialité accompagne cette réservation, ${booking.contractNumber} :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

Veuillez lire le document ci-joint. Votre réservation devient ferme dès que vous l’acceptez aussi ; « Refuser » libère le créneau réservé. Si un point n’est pas clair, écrivez-moi simplement.
<#if booking.declineFee??>

Si vous refusez, la réservation prend fin et, selon le contrat que vous aviez accepté, les frais d’annulation sont de ${booking.declineFee}.
</#if>
