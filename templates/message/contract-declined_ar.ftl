حسنًا<#if booking.firstName??>، ${booking.firstName}</#if>. لقد رفضتم الوثيقة ${booking.contractNumber}، وعاد الوقت المحجوز لكم متاحًا:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
رقم الحجز: ${booking.reference}

<#if booking.feeDue>
وفق اتفاقنا، رسم الإلغاء هو ${booking.cancellationFee}.

</#if>
<#if booking.declineReason??>
شكرًا على ذكر السبب. إذا كان يوم آخر أو مدة أخرى أو ميزانية أخرى أنسب لكم، فاكتبوا لنا وسنُعدّ عرضًا جديدًا.
<#else>
هل لنا أن نسأل ما الذي لم يناسبكم؟ إذا كان اليوم أو المدة أو الميزانية، فاكتبوا لنا وسنُعدّ عرضًا جديدًا.
</#if>
