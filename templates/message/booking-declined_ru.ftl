Благодарим вас за терпение<#if booking.firstName??>, ${booking.firstName}</#if>. К сожалению, мы не можем принять эту бронь:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Номер брони: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

Если вам подойдёт другой день или нечто совсем иное, скажите, и мы посмотрим, что можно устроить.
