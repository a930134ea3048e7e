<#if booking.contractNumber??>
המסמך ${booking.contractNumber} נותר זמן רב מדי ללא תשובה<#if booking.firstName??>, ${booking.firstName}</#if>. תוקפו פג, והזמן ששוריין עבורכם פנוי שוב:
<#else>
ללא שמכם המלא לא יכולנו להכין את ההסכם<#if booking.firstName??>, ${booking.firstName}</#if>. הזמן ששוריין עבורכם פנוי שוב:
</#if>

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
מספר הזמנה: ${booking.reference}

אם אתם עדיין מעוניינים, כתבו לנו: נבדוק אם הזמן פנוי ונכין הכול מחדש.
