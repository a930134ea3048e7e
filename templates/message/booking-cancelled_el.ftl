Όπως επιθυμείτε<#if booking.firstName??>, ${booking.firstName}</#if>. Η κράτησή σας ακυρώθηκε και ο χρόνος είναι πάλι ελεύθερος:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Αριθμός κράτησης: ${booking.reference}

<#if booking.feeDue && booking.feeWaived>
Τη χρέωση ακύρωσης, ${booking.cancellationFee}, σας τη χαρίζουμε ευχαρίστως.
<#elseif booking.feeDue>
Όπως προβλέπει η συμφωνία μας, η χρέωση ακύρωσης είναι ${booking.cancellationFee}.
<#else>
Για την ακύρωση δεν χρειάζεται να πληρώσετε τίποτα.
</#if>
Δεν θα ακολουθήσει υπενθύμιση. Όποτε έχετε κάτι νέο κατά νου, γράψτε μου εδώ.
