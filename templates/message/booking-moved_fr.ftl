C’est arrangé<#if booking.firstName??>, ${booking.firstName}</#if>. Votre réservation est désormais la suivante :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Lieu : ${booking.place}
</#if>
<#if booking.guests??>
Invités : ${booking.guests}
</#if>
<#if booking.price??>
Prix : ${booking.price}
</#if>
Référence : ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

<#if booking.partyKnown>
Le contrat correspondant suit ici dans un instant ; il remplace le précédent.
<#else>
La réservation devient ferme dès que vous acceptez votre contrat de prestation.
</#if>
