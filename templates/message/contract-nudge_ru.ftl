<#if booking.firstName??>${booking.firstName}, позвольте<#else>Позвольте</#if> вернуться к документу ${booking.contractNumber}, отправленному вам здесь. Он ещё ждёт вашего ответа:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Номер брони: ${booking.reference}

Время пока удерживается для вас, но не бесконечно. Если вас что-то останавливает, просто скажите, что именно.
<#if booking.declineFee??>

Если вы откажетесь, бронь прекратится, и по принятому вами ранее договору плата за отмену составит ${booking.declineFee}.
</#if>
