<#if booking.contractNumber??>
Le document ${booking.contractNumber} est resté trop longtemps sans réponse<#if booking.firstName??>, ${booking.firstName}</#if>. Il est caduc, et le créneau qui vous était réservé est de nouveau libre :
<#else>
Sans votre nom complet, je n’ai pas pu établir le contrat<#if booking.firstName??>, ${booking.firstName}</#if>. Le créneau qui vous était réservé est de nouveau libre :
</#if>

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Référence : ${booking.reference}

Si vous le souhaitez toujours, écrivez-moi : je verrai si le créneau est encore libre et préparerai tout à nouveau.
