Je vous présente toutes mes excuses<#if booking.firstName??>, ${booking.firstName}</#if> : nous devons annuler votre réservation.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Référence : ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>
<#if booking.alternatives?has_content>

À ce moment-là seraient libres :
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

L’un de ces choix vous conviendrait-il ? Dites-le-moi et je m’en occupe aussitôt.
<#else>

Quel autre jour ou quelle autre heure vous conviendrait ? Je m’en occupe aussitôt.
</#if>
