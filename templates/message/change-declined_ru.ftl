Благодарим вас за терпение<#if booking.firstName??>, ${booking.firstName}</#if>. К сожалению, внести это изменение мы не можем. Ваша бронь остаётся прежней:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Номер брони: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

Если вам подошёл бы другой день или час, скажите, и мы спросим ещё раз.
