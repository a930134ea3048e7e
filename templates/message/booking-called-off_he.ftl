אנו מצטערים מאוד<#if booking.firstName??>, ${booking.firstName}</#if>: עלינו לבטל את ההזמנה שלכם.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
מספר הזמנה: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>
<#if booking.alternatives?has_content>

פנויים באותו זמן:
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

האם אחת האפשרויות האלה מתאימה לכם? כתבו לנו ונטפל בכך מיד.
<#else>

איזה יום אחר או שעה אחרת יתאימו לכם? נטפל בכך מיד.
</#if>
