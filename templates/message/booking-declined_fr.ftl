Merci de votre patience<#if booking.firstName??>, ${booking.firstName}</#if>. À mon regret, nous ne pouvons pas prendre en charge cette réservation :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Référence : ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

Si un autre jour, ou tout autre chose, vous convenait, dites-le-moi et je verrai ce que nous pouvons organiser.
