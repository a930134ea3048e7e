Как вам угодно<#if booking.firstName??>, ${booking.firstName}</#if>. Ваша бронь отменена, и время снова свободно:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Номер брони: ${booking.reference}

<#if booking.feeDue && booking.feeWaived>
Плату за отмену, ${booking.cancellationFee}, мы с вас не возьмём.
<#elseif booking.feeDue>
По нашему договору плата за отмену составляет ${booking.cancellationFee}.
<#else>
За отмену платить не нужно.
</#if>
Напоминаний больше не будет. Когда у вас появится новое пожелание, просто напишите здесь.
