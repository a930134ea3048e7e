Λυπάμαι πολύ<#if booking.firstName??>, ${booking.firstName}</#if>: πρέπει να ακυρώσουμε την κράτησή σας.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Αριθμός κράτησης: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>
<#if booking.alternatives?has_content>

Διαθέσιμες επιλογές για εκείνη την ώρα:
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

Θα σας ταίριαζε κάποια από αυτές; Πείτε μου και θα το φροντίσω αμέσως.
<#else>

Ποια άλλη ημέρα ή ώρα θα σας εξυπηρετούσε; Θα το φροντίσω αμέσως.
</#if>
