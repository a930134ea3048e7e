كما تشاؤون<#if booking.firstName??>، ${booking.firstName}</#if>. أُلغي حجزكم، وعاد الوقت متاحًا:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
رقم الحجز: ${booking.reference}

<#if booking.feeDue && booking.feeWaived>
أما رسم الإلغاء البالغ ${booking.cancellationFee} فيسرّنا أن نعفيكم منه.
<#elseif booking.feeDue>
وفق اتفاقنا، رسم الإلغاء هو ${booking.cancellationFee}.
<#else>
لا شيء عليكم مقابل الإلغاء.
</#if>
لن تصلكم تذكيرات أخرى. ومتى رغبتم في شيء جديد، فاكتبوا لنا هنا.
