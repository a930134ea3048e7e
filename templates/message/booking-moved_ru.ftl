Всё устроено<#if booking.firstName??>, ${booking.firstName}</#if>. Теперь ваша бронь такова:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Место: ${booking.place}
</#if>
<#if booking.guests??>
Гости: ${booking.guests}
</#if>
<#if booking.price??>
Цена: ${booking.price}
</#if>
Номер брони: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

<#if booking.partyKnown>
Договор к ней придёт сюда через мгновение; он заменит прежний.
<#else>
Бронь станет окончательной, как только вы примете договор об оказании услуг.
</#if>
