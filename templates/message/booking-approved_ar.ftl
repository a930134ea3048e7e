خبر سارّ<#if booking.firstName??>، ${booking.firstName}</#if>: وافق فريقنا على حجزكم.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
${booking.place}
</#if>
<#if booking.price??>
السعر: ${booking.price}
</#if>
رقم الحجز: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

<#if booking.partyKnown>
ستصلكم هنا بعد لحظات اتفاقية تقديم الخدمة. ويصبح الحجز نهائيًّا متى قبلتموها.
<#else>
يصبح الحجز نهائيًّا متى قبلتم اتفاقية تقديم الخدمة.
</#if>
