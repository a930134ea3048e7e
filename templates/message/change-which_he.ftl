איזו מההזמנות שלכם לשנות? לחצו על הכפתור שלה, או כתבו את מספרה.
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
</#list>
