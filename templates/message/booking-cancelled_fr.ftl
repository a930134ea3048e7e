Comme vous le souhaitez<#if booking.firstName??>, ${booking.firstName}</#if>. Votre réservation est annulée, et le créneau est de nouveau libre :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Référence : ${booking.reference}

<#if booking.feeDue && booking.feeWaived>
Nous vous faisons volontiers grâce des frais d’annulation de ${booking.cancellationFee}.
<#elseif booking.feeDue>
Comme le prévoit notre contrat, les frais d’annulation sont de ${booking.cancellationFee}.
<#else>
Cette annulation ne vous coûte rien.
</#if>
Aucun rappel ne suivra. Dès que vous aurez un nouveau souhait, écrivez-moi ici.
