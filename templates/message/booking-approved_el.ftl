Ευχάριστα νέα<#if booking.firstName??>, ${booking.firstName}</#if>: η ομάδα μας ενέκρινε την κράτησή σας.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
${booking.place}
</#if>
<#if booking.price??>
Τιμή: ${booking.price}
</#if>
Αριθμός κράτησης: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

<#if booking.partyKnown>
Η σύμβασή σας ακολουθεί εδώ σε λίγο. Η κράτηση γίνεται οριστική μόλις την αποδεχθείτε.
<#else>
Η κράτηση γίνεται οριστική μόλις αποδεχθείτε τη σύμβασή σας.
</#if>
