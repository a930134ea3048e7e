شكرًا على صبركم<#if booking.firstName??>، ${booking.firstName}</#if>. يؤسفنا أننا لا نستطيع قبول هذا الحجز:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
رقم الحجز: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

إذا رغبتم في يوم آخر أو في شيء مختلف تمامًا، فاكتبوا لنا وسننظر فيما يمكننا ترتيبه.
