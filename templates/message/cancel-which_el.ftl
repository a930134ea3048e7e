<#if bookings?size == 1>
Να ακυρώσω αυτή την κράτηση;
<#else>
Ποια από τις κρατήσεις σας να ακυρώσω;
</#if>
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
</#list>
<#if (bookings?size > buttons)>
Τα κουμπιά αφορούν τις πρώτες ${buttons}· για κάποια άλλη, ζητήστε να σας απαντήσει άνθρωπος.
</#if>
