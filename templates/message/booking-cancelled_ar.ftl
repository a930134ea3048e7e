كما تشاؤون<#if booking.firstName??>، ${booking.firstName}</#if>. أُلغي حجزكم، وعاد الوقت متاحًا:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
رقم الحجز: ${booking.reference}

لن تصلكم تذكيرات أخرى. ومتى رغبتم في شيء جديد، فاكتبوا لنا هنا.
