Ευχαριστώ<#if booking.firstName??>, ${booking.firstName}</#if>. Αποδεχθήκατε το έγγραφο ${booking.contractNumber} (${booking.acceptedAt}) και η κράτησή σας είναι οριστική.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
${booking.place}
</#if>
Αριθμός κράτησης: ${booking.reference}

Παρακαλώ φυλάξτε το έγγραφο. Παραμένω εδώ στη διάθεσή σας.
