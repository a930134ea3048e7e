<#if booking.firstName??>${booking.firstName}, μια<#else>Μια</#if> διακριτική υπενθύμιση: η κράτησή σας είναι σε δύο ημέρες.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Τόπος: ${booking.place}
</#if>
<#if booking.guests??>
Προσκεκλημένοι: ${booking.guests}
</#if>
Αριθμός κράτησης: ${booking.reference}

Αν κάτι πρόκειται να αλλάξει, από τον αριθμό των προσκεκλημένων ως τον τόπο, τώρα είναι η κατάλληλη στιγμή να το πείτε: απλώς απαντήστε σε αυτό το μήνυμα.
<#if booking.freeUntil??>
Έως ${booking.freeUntil} η ακύρωση είναι δωρεάν.
</#if>
