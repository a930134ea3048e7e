يقترن بهذا الحجز أيضًا اتفاقية عدم منافسة، ${booking.contractNumber}:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

يُرجى قراءة الوثيقة المرفقة. يصبح حجزكم نهائيًّا متى قبلتموها أيضًا، و«رفض» يُحرّر الوقت المحجوز. إذا كان فيها ما ليس واضحًا، فاكتبوا لي.
<#if booking.declineFee??>

إن رفضتم انتهى الحجز، ووفق الاتفاقية التي قبلتموها من قبل فإن رسم الإلغاء هو ${booking.declineFee}.
</#if>
