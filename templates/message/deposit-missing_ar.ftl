<#if booking.firstName??>${booking.firstName}، لم<#else>لم</#if> تصلنا الدفعة المقدمة لحجزكم، لذلك لم يعد الوقت محفوظًا لكم:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
رقم الحجز: ${booking.reference}

إن كنتم قد دفعتموها، أو ما زلتم ترغبون في الحضور، فأجيبوا هنا، وسينظر زميل في الأمر حالًا.
