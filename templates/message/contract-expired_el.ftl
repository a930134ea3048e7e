<#if booking.contractNumber??>
Το έγγραφο ${booking.contractNumber} έμεινε πολύ καιρό χωρίς απάντηση<#if booking.firstName??>, ${booking.firstName}</#if>. Έπαψε να ισχύει και ο χρόνος που ήταν δεσμευμένος για εσάς είναι πάλι ελεύθερος:
<#else>
Χωρίς το πλήρες όνομά σας δεν μπόρεσα να ετοιμάσω τη σύμβαση<#if booking.firstName??>, ${booking.firstName}</#if>. Ο χρόνος που ήταν δεσμευμένος για εσάς είναι πάλι ελεύθερος:
</#if>

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Αριθμός κράτησης: ${booking.reference}

Αν το επιθυμείτε ακόμη, γράψτε μου: θα δω αν ο χρόνος είναι ελεύθερος και θα ετοιμάσω τα πάντα εκ νέου.
