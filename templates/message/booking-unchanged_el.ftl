Η κράτησή σας είναι ήδη έτσι<#if booking.firstName??>, ${booking.firstName}</#if>:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Τόπος: ${booking.place}
</#if>
<#if booking.guests??>
Προσκεκλημένοι: ${booking.guests}
</#if>
Αριθμός κράτησης: ${booking.reference}
