<#if booking.firstName??>${booking.firstName}, позвольте<#else>Позвольте</#if> заранее напомнить: ваша бронь через два дня.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Место: ${booking.place}
</#if>
<#if booking.guests??>
Гости: ${booking.guests}
</#if>
Номер брони: ${booking.reference}

Если что-то должно измениться, от числа гостей до места, сейчас хороший момент сказать об этом: просто ответьте на это сообщение.
<#if booking.freeUntil??>
До ${booking.freeUntil} отмена бесплатна.
</#if>
