شكرًا<#if booking.firstName??>، ${booking.firstName}</#if>. لقد قبلتم الوثيقة ${booking.contractNumber} (${booking.acceptedAt})، وحجزكم نهائي.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
${booking.place}
</#if>
رقم الحجز: ${booking.reference}

يُرجى الاحتفاظ بالوثيقة. ونبقى هنا في خدمتكم.
