تم الترتيب<#if booking.firstName??>، ${booking.firstName}</#if>. أصبح حجزكم كما يلي:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
المكان: ${booking.place}
</#if>
<#if booking.guests??>
الضيوف: ${booking.guests}
</#if>
<#if booking.price??>
السعر: ${booking.price}
</#if>
رقم الحجز: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

<#if booking.partyKnown>
ستصلكم هنا بعد لحظات الاتفاقية الخاصة به، وهي تحل محل السابقة.
<#else>
يصبح الحجز نهائيًّا متى قبلتم اتفاقية تقديم الخدمة.
</#if>
