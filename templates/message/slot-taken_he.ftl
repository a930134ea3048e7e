אנו מצטערים<#if booking.firstName??>, ${booking.firstName}</#if>. הזמן המבוקש אצל ${booking.talent} כבר נתפס: ${when(booking.start, booking.end)}.

<#if booking.alternatives?has_content>
פנויים באותו זמן:
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

האם אחת האפשרויות האלה מתאימה לכם, או שנבדוק יום אחר או שעה אחרת?
<#else>
איזה יום אחר או שעה אחרת יתאימו לכם?
</#if>
