Merci de votre patience<#if booking.firstName??>, ${booking.firstName}</#if>. À mon regret, nous ne pouvons pas faire cette modification. Votre réservation reste telle qu’elle était :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Référence : ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

Si un autre jour ou une autre heure vous convenait, dites-le-moi et je poserai de nouveau la question.
