اتفاقية تقديم الخدمة الخاصة بكم، ${booking.contractNumber}:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

يُرجى قراءة الوثيقة المرفقة. «قبول» يُبرم الاتفاق ويجعل حجزكم نهائيًّا، و«رفض» يُحرّر الوقت المحجوز. إذا أردتم تغيير شيء قبل ذلك، فاكتبوا لي.
<#if booking.declineFee??>

إن رفضتم انتهى الحجز، ووفق الاتفاقية التي قبلتموها من قبل فإن رسم الإلغاء هو ${booking.declineFee}.
</#if>
