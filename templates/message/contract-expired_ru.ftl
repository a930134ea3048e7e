<#if booking.contractNumber??>
Документ ${booking.contractNumber} слишком долго оставался без ответа<#if booking.firstName??>, ${booking.firstName}</#if>. Он утратил силу, и удержанное для вас время снова свободно:
<#else>
Без вашего полного имени договор не удалось подготовить<#if booking.firstName??>, ${booking.firstName}</#if>. Удержанное для вас время снова свободно:
</#if>

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Номер брони: ${booking.reference}

Если вы всё ещё этого желаете, напишите: мы посмотрим, свободно ли время, и подготовим всё заново.
