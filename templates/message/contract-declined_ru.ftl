Понимаем вас<#if booking.firstName??>, ${booking.firstName}</#if>. Вы отклонили документ ${booking.contractNumber}, и удержанное для вас время снова свободно:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Номер брони: ${booking.reference}

<#if booking.feeDue>
По нашему договору плата за отмену составляет ${booking.cancellationFee}.

</#if>
<#if booking.declineReason??>
Спасибо, что назвали причину. Если вам больше подошли бы другой день, продолжительность или бюджет, скажите, и мы подготовим новое предложение.
<#else>
Позвольте спросить, что вам не подошло? Если дело в дне, продолжительности или бюджете, скажите, и мы подготовим новое предложение.
</#if>
