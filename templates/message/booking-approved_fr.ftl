Bonne nouvelle<#if booking.firstName??>, ${booking.firstName}</#if> : notre équipe a approuvé votre réservation.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
${booking.place}
</#if>
<#if booking.price??>
Prix : ${booking.price}
</#if>
Référence : ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

<#if booking.partyKnown>
Votre contrat de prestation suit ici dans un instant. La réservation devient ferme dès que vous l’acceptez.
<#else>
La réservation devient ferme dès que vous acceptez votre contrat de prestation.
</#if>
