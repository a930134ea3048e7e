Ευχαριστώ για την υπομονή σας<#if booking.firstName??>, ${booking.firstName}</#if>. Με λύπη μου, δεν μπορούμε να κάνουμε αυτή την αλλαγή. Η κράτησή σας παραμένει όπως ήταν:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Αριθμός κράτησης: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

Αν σας εξυπηρετεί άλλη ημέρα ή ώρα, πείτε μου και θα ρωτήσω ξανά.
