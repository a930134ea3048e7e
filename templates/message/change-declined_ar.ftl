شكرًا على صبركم<#if booking.firstName??>، ${booking.firstName}</#if>. يؤسفنا أننا لا نستطيع إجراء هذا التغيير. يبقى حجزكم كما كان:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
رقم الحجز: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

إذا ناسبكم يوم آخر أو ساعة أخرى، فاكتبوا لنا وسنسأل من جديد.
