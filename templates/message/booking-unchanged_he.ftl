ההזמנה שלכם כבר רשומה כך<#if booking.firstName??>, ${booking.firstName}</#if>:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
מקום: ${booking.place}
</#if>
<#if booking.guests??>
אורחים: ${booking.guests}
</#if>
מספר הזמנה: ${booking.reference}
