Благодарю вас<#if booking.firstName??>, ${booking.firstName}</#if>. Вы приняли документ ${booking.contractNumber} (${booking.acceptedAt}), и ваша бронь окончательна.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
${booking.place}
</#if>
Номер брони: ${booking.reference}

Пожалуйста, сохраните документ. Я по-прежнему здесь к вашим услугам.
