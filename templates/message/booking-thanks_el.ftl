Ευχαριστώ<#if booking.firstName??>, ${booking.firstName}</#if>. Ήταν χαρά μας (${booking.agencyName}) να το οργανώσουμε για εσάς:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

Ελπίζω να ήταν όλα όπως τα επιθυμούσατε. Αν κάτι θα μπορούσε να είναι ακόμη καλύτερο, θα χαρώ να το μάθω· και όποτε έχετε κάτι νέο κατά νου, γράψτε μου εδώ.
