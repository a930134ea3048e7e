Εντάξει<#if booking.firstName??>, ${booking.firstName}</#if>. Απορρίψατε το έγγραφο ${booking.contractNumber} και ο χρόνος που ήταν δεσμευμένος για εσάς είναι πάλι ελεύθερος:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Αριθμός κράτησης: ${booking.reference}

<#if booking.feeDue>
Όπως προβλέπει η συμφωνία μας, η χρέωση ακύρωσης είναι ${booking.cancellationFee}.

</#if>
<#if booking.declineReason??>
Ευχαριστώ που μου είπατε τον λόγο. Αν σας εξυπηρετεί καλύτερα άλλη ημέρα, διάρκεια ή προϋπολογισμός, πείτε μου και θα ετοιμάσω νέα πρόταση.
<#else>
Μπορώ να ρωτήσω τι δεν σας ταίριαξε; Αν ήταν η ημέρα, η διάρκεια ή ο προϋπολογισμός, πείτε μου και θα ετοιμάσω νέα πρόταση.
</#if>
