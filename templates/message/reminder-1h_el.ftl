<#if booking.firstName??>${booking.firstName}, σε<#else>Σε</#if> μία ώρα περίπου:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Τόπος: ${booking.place}
</#if>
Αριθμός κράτησης: ${booking.reference}

Αν κάτι σας καθυστερεί, απαντήστε εδώ.
