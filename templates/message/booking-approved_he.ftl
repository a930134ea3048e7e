חדשות טובות<#if booking.firstName??>, ${booking.firstName}</#if>: הצוות שלנו אישר את ההזמנה שלכם.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
${booking.place}
</#if>
<#if booking.price??>
מחיר: ${booking.price}
</#if>
מספר הזמנה: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

<#if booking.partyKnown>
ההסכם למתן שירות יישלח אליכם כאן בעוד רגע. ההזמנה תהיה סופית לאחר שתאשרו אותו.
<#else>
ההזמנה תהיה סופית לאחר שתאשרו את ההסכם למתן שירות.
</#if>
