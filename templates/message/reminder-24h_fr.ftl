<#if booking.firstName??>${booking.firstName}, c’est<#else>C’est</#if> demain, et nous nous en réjouissons.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Lieu : ${booking.place}
</#if>
<#if booking.guests??>
Invités : ${booking.guests}
</#if>
Référence : ${booking.reference}

Veuillez garder la référence sous la main ce jour-là. Pour un souhait particulier ou une arrivée plus tardive, répondez ici.
