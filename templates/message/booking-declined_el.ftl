Ευχαριστώ για την υπομονή σας<#if booking.firstName??>, ${booking.firstName}</#if>. Με λύπη μου, δεν μπορούμε να αναλάβουμε αυτή την κράτηση:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Αριθμός κράτησης: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

Αν θέλετε άλλη ημέρα ή κάτι εντελώς διαφορετικό, πείτε μου και θα δω τι μπορούμε να κανονίσουμε.
