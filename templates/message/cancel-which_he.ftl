<#if bookings?size == 1>
האם לבטל את ההזמנה הזאת?
<#else>
איזו מההזמנות שלכם לבטל?
</#if>
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
</#list>
<#if (bookings?size > buttons)>
הכפתורים מתייחסים ל-${buttons} הראשונות; להזמנה אחרת, בקשו שישיב לכם אדם.
</#if>
