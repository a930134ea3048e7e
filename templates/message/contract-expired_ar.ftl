<#if booking.contractNumber??>
بقيت الوثيقة ${booking.contractNumber} وقتًا طويلًا دون جواب<#if booking.firstName??>، ${booking.firstName}</#if>. وقد سقطت، وعاد الوقت المحجوز لكم متاحًا:
<#else>
لم نتمكن من إعداد الاتفاقية من دون اسمكم الكامل<#if booking.firstName??>، ${booking.firstName}</#if>. وقد عاد الوقت المحجوز لكم متاحًا:
</#if>

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
رقم الحجز: ${booking.reference}

إذا كنتم ما زلتم ترغبون في ذلك، فاكتبوا لنا: سننظر هل الوقت متاح ونُعدّ كل شيء من جديد.
