תודה על סבלנותכם<#if booking.firstName??>, ${booking.firstName}</#if>. לצערנו איננו יכולים לקבל הזמנה זו:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
מספר הזמנה: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

אם תרצו יום אחר, או משהו שונה לגמרי, כתבו לנו ונראה מה נוכל לארגן.
