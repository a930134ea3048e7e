C’est entendu<#if booking.firstName??>, ${booking.firstName}</#if>. Vous avez refusé le document ${booking.contractNumber}, et le créneau qui vous était réservé est de nouveau libre :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Référence : ${booking.reference}

<#if booking.feeDue>
Comme le prévoit notre contrat, les frais d’annulation sont de ${booking.cancellationFee}.

</#if>
<#if booking.declineReason??>
Merci de m’en avoir donné la raison. Si un autre jour, une autre durée ou un autre budget vous convenait mieux, dites-le-moi et je préparerai une nouvelle proposition.
<#else>
Puis-je vous demander ce qui ne convenait pas ? Si c’était le jour, la durée ou le budget, dites-le-moi et je préparerai une nouvelle proposition.
</#if>
