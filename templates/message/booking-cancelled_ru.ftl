Как вам угодно<#if booking.firstName??>, ${booking.firstName}</#if>. Ваша бронь отменена, и время снова свободно:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Номер брони: ${booking.reference}

Напоминаний больше не будет. Когда у вас появится новое пожелание, просто напишите здесь.
