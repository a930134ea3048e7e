Κανονίστηκε<#if booking.firstName??>, ${booking.firstName}</#if>. Η κράτησή σας έχει πλέον ως εξής:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Τόπος: ${booking.place}
</#if>
<#if booking.guests??>
Προσκεκλημένοι: ${booking.guests}
</#if>
<#if booking.price??>
Τιμή: ${booking.price}
</#if>
Αριθμός κράτησης: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

<#if booking.partyKnown>
Η σύμβαση για αυτήν ακολουθεί εδώ σε λίγο και αντικαθιστά την προηγούμενη.
<#else>
Η κράτηση γίνεται οριστική μόλις αποδεχθείτε τη σύμβασή σας.
</#if>
