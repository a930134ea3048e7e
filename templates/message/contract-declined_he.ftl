הבנו<#if booking.firstName??>, ${booking.firstName}</#if>. דחיתם את המסמך ${booking.contractNumber}, והזמן ששוריין עבורכם פנוי שוב:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
מספר הזמנה: ${booking.reference}

<#if booking.feeDue>
כפי שנקבע בהסכם בינינו, דמי הביטול הם ${booking.cancellationFee}.

</#if>
<#if booking.declineReason??>
תודה שציינתם את הסיבה. אם יום, משך או תקציב אחר יתאימו לכם יותר, כתבו לנו ונכין הצעה חדשה.
<#else>
נשמח לדעת מה לא התאים. אם היה זה היום, המשך או התקציב, כתבו לנו ונכין הצעה חדשה.
</#if>
