תודה על סבלנותכם<#if booking.firstName??>, ${booking.firstName}</#if>. לצערנו איננו יכולים לבצע שינוי זה. ההזמנה שלכם נותרת כפי שהייתה:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
מספר הזמנה: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

אם יום אחר או שעה אחרת יתאימו לכם, כתבו לנו ונבדוק שוב.
