<#if booking.firstName??>${booking.firstName}, dans<#else>Dans</#if> une heure environ :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Lieu : ${booking.place}
</#if>
Référence : ${booking.reference}

Si quelque chose vous retient, répondez ici.
