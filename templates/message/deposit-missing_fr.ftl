<#if booking.firstName??>${booking.firstName}, l<#else>L</#if>’acompte de votre réservation ne nous est pas parvenu ; le créneau n’est donc plus gardé pour vous :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Référence : ${booking.reference}

Si vous l’avez réglé, ou si vous souhaitez toujours venir, répondez simplement ici : un collègue s’en occupe aussitôt.
