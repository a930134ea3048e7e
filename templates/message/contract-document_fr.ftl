Votre contrat de prestation ${booking.contractNumber} :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

Veuillez lire le document ci-joint. « Accepter » conclut le contrat et rend votre réservation ferme ; « Refuser » libère le créneau réservé. Si vous souhaitez d’abord changer quelque chose, écrivez-moi simplement.
<#if booking.declineFee??>

Si vous refusez, la réservation prend fin et, selon le contrat que vous aviez accepté, les frais d’annulation sont de ${booking.declineFee}.
</#if>
