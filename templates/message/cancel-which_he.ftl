<#if again>
מאז ששאלתי השתנה מחיר הביטול, ולכן עדיין לא ביטלתי דבר.

</#if>
<#if bookings?size == 1>
האם לבטל את ההזמנה הזאת?
<#else>
איזו מההזמנות שלכם לבטל?
</#if>
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
<#if booking.fee??>
לפי ההסכם בינינו, ביטול כעת עולה ${booking.percent} % מן המחיר: ${booking.fee}.
<#elseif booking.freeUntil??>
הביטול עדיין ללא תשלום, עד ${booking.freeUntil}.
<#else>
הביטול ללא תשלום.
</#if>
</#list>
<#if (bookings?size > buttons)>
הכפתורים מתייחסים ל-${buttons} הראשונות; להזמנה אחרת, בקשו שישיב לכם אדם.
</#if>
