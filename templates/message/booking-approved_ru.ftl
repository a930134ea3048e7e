Хорошие новости<#if booking.firstName??>, ${booking.firstName}</#if>: наша команда одобрила вашу бронь.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
${booking.place}
</#if>
<#if booking.price??>
Цена: ${booking.price}
</#if>
Номер брони: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

<#if booking.partyKnown>
Договор об оказании услуг придёт сюда через мгновение. Бронь станет окончательной, как только вы его примете.
<#else>
Бронь станет окончательной, как только вы примете договор об оказании услуг.
</#if>
