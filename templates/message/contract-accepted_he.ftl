תודה<#if booking.firstName??>, ${booking.firstName}</#if>. אישרתם את המסמך ${booking.contractNumber} (${booking.acceptedAt}), וההזמנה שלכם סופית.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
${booking.place}
</#if>
מספר הזמנה: ${booking.reference}

אנא שמרו את המסמך. אנחנו כאן לרשותכם.
