<#if booking.firstName??>${booking.firstName}، نود<#else>نود</#if> أن نعود إلى الوثيقة ${booking.contractNumber} التي أُرسلت إليكم هنا. فهي ما زالت تنتظر جوابكم:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
رقم الحجز: ${booking.reference}

يبقى الوقت محجوزًا لكم بعض الوقت، لكن ليس بلا حد. إذا كان هناك ما يمنعكم، فاكتبوا لنا ما هو.
<#if booking.declineFee??>

إن رفضتم انتهى الحجز، ووفق الاتفاقية التي قبلتموها من قبل فإن رسم الإلغاء هو ${booking.declineFee}.
</#if>
