הכול מסודר<#if booking.firstName??>, ${booking.firstName}</#if>. ההזמנה שלכם היא כעת:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
מקום: ${booking.place}
</#if>
<#if booking.guests??>
אורחים: ${booking.guests}
</#if>
<#if booking.price??>
מחיר: ${booking.price}
</#if>
מספר הזמנה: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

<#if booking.partyKnown>
ההסכם המתאים יישלח אליכם כאן בעוד רגע; הוא בא במקום ההסכם הקודם.
<#else>
ההזמנה תהיה סופית לאחר שתאשרו את ההסכם למתן שירות.
</#if>
