<#if again>
Από τότε που σας ρώτησα, το κόστος της ακύρωσης άλλαξε· γι’ αυτό δεν έχω ακυρώσει ακόμη τίποτα.

</#if>
<#if bookings?size == 1>
Να ακυρώσω αυτή την κράτηση;
<#else>
Ποια από τις κρατήσεις σας να ακυρώσω;
</#if>
<#list bookings as booking>
${booking.reference}<#if booking.talentName??>: ${booking.talentName}</#if><#if booking.start??>, ${booking.start}</#if>
<#if booking.fee??>
Σύμφωνα με τη συμφωνία μας, η ακύρωση τώρα κοστίζει ${booking.percent} % της τιμής: ${booking.fee}.
<#elseif booking.freeUntil??>
Η ακύρωση είναι ακόμη δωρεάν, έως ${booking.freeUntil}.
<#else>
Η ακύρωση είναι δωρεάν.
</#if>
</#list>
<#if (bookings?size > buttons)>
Τα κουμπιά αφορούν τις πρώτες ${buttons}· για κάποια άλλη, ζητήστε να σας απαντήσει άνθρωπος.
</#if>
