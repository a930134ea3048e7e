بقيت الوثيقة ${booking.contractNumber} بضعة أيام دون جواب<#if booking.firstName??>، ${booking.firstName}</#if>. وقد سقطت، وعاد الوقت المحجوز لكم متاحًا:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
رقم الحجز: ${booking.reference}

إذا كنتم ما زلتم ترغبون في ذلك، فاكتبوا لنا: سننظر هل الوقت متاح ونُعدّ كل شيء من جديد.
