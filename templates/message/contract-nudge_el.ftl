<#if booking.firstName??>${booking.firstName}, μπορώ<#else>Μπορώ</#if> να επανέλθω στο έγγραφο ${booking.contractNumber} που σας έστειλα εδώ; Περιμένει ακόμη την απάντησή σας:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Αριθμός κράτησης: ${booking.reference}

Ο χρόνος μένει δεσμευμένος για εσάς για λίγο ακόμη, αλλά όχι επ’ αόριστον. Αν κάτι σας κρατά, απλώς πείτε μου τι είναι.
<#if booking.declineFee??>

Αν το απορρίψετε, η κράτηση λήγει και, σύμφωνα με τη συμφωνία που είχατε αποδεχθεί, η χρέωση ακύρωσης είναι ${booking.declineFee}.
</#if>
