<#if booking.firstName??>${booking.firstName}, η<#else>Η</#if> προκαταβολή για την κράτησή σας δεν έφτασε σε εμάς, γι’ αυτό ο χρόνος δεν κρατείται πλέον για εσάς:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Αριθμός κράτησης: ${booking.reference}

Αν την έχετε πληρώσει ή θέλετε ακόμη να έρθετε, απαντήστε απλώς εδώ και ένας συνάδελφος θα το κοιτάξει αμέσως.
