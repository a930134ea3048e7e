Документ ${booking.contractNumber} несколько дней оставался без ответа<#if booking.firstName??>, ${booking.firstName}</#if>. Он утратил силу, и удержанное для вас время снова свободно:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Номер брони: ${booking.reference}

Если вы всё ещё этого желаете, напишите: мы посмотрим, свободно ли время, и подготовим всё заново.
