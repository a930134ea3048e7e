תודה<#if booking.firstName??>, ${booking.firstName}</#if>. שמרנו עבורכם:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
מקום: ${booking.place}
</#if>
<#if booking.guests??>
אורחים: ${booking.guests}
</#if>
<#if booking.budget??>
תקציב: ${booking.budget}
</#if>
מספר הזמנה: ${booking.reference}

הזמן שמור לכם, אך ההזמנה עדיין לא אושרה: הצוות שלנו בוחן אותה באופן אישי וישיב לכם כאן בקרוב. אם פרט כלשהו צריך להיות אחר, פשוט כתבו לנו.
