Благодарю вас<#if booking.firstName??>, ${booking.firstName}</#if>. Я придерживаю для вас:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Место: ${booking.place}
</#if>
<#if booking.guests??>
Гости: ${booking.guests}
</#if>
<#if booking.budget??>
Бюджет: ${booking.budget}
</#if>
Номер брони: ${booking.reference}

Время удерживается для вас, но бронь ещё не подтверждена: наша команда рассматривает её лично и вскоре ответит вам здесь. Если какая-то деталь должна быть иной, просто скажите.
