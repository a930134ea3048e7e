Όπως επιθυμείτε<#if booking.firstName??>, ${booking.firstName}</#if>. Η κράτησή σας ακυρώθηκε και ο χρόνος είναι πάλι ελεύθερος:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Αριθμός κράτησης: ${booking.reference}

Δεν θα ακολουθήσει υπενθύμιση. Όποτε έχετε κάτι νέο κατά νου, γράψτε μου εδώ.
