Ευχαριστώ<#if booking.firstName??>, ${booking.firstName}</#if>. Έχω δεσμεύσει για εσάς:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Τόπος: ${booking.place}
</#if>
<#if booking.guests??>
Προσκεκλημένοι: ${booking.guests}
</#if>
<#if booking.budget??>
Προϋπολογισμός: ${booking.budget}
</#if>
Αριθμός κράτησης: ${booking.reference}

Ο χρόνος είναι δεσμευμένος για εσάς, αλλά η κράτηση δεν έχει επιβεβαιωθεί ακόμη: η ομάδα μας την εξετάζει προσωπικά και θα σας απαντήσει εδώ σύντομα. Αν κάποια λεπτομέρεια πρέπει να αλλάξει, απλώς πείτε μου.
