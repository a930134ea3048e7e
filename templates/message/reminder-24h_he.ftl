<#if booking.firstName??>${booking.firstName}, אנו<#else>אנו</#if> מצפים בשמחה למחר.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
מקום: ${booking.place}
</#if>
<#if booking.guests??>
אורחים: ${booking.guests}
</#if>
מספר הזמנה: ${booking.reference}

אנא החזיקו את מספר ההזמנה בהישג יד באותו יום. לבקשה מיוחדת או להגעה מאוחרת יותר, השיבו כאן.
