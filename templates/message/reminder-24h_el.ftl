<#if booking.firstName??>${booking.firstName}, περιμένουμε<#else>Περιμένουμε</#if> με χαρά την αυριανή ημέρα.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Τόπος: ${booking.place}
</#if>
<#if booking.guests??>
Προσκεκλημένοι: ${booking.guests}
</#if>
Αριθμός κράτησης: ${booking.reference}

Παρακαλώ να έχετε τον αριθμό κράτησης πρόχειρο εκείνη την ημέρα. Για κάποια ιδιαίτερη επιθυμία ή για άφιξη αργότερα, απαντήστε εδώ.
