Comme vous le souhaitez<#if booking.firstName??>, ${booking.firstName}</#if>. Votre réservation est annulée, et le créneau est de nouveau libre :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Référence : ${booking.reference}

Aucun rappel ne suivra. Dès que vous aurez un nouveau souhait, écrivez-moi ici.
