<#if booking.firstName??>${booking.firstName}, предоплата<#else>Предоплата</#if> по вашей брони к нам не поступила, поэтому время за вами больше не закреплено:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Номер брони: ${booking.reference}

Если вы её внесли или по-прежнему хотите прийти, просто ответьте здесь, и наш сотрудник сразу всё проверит.
