כרצונכם<#if booking.firstName??>, ${booking.firstName}</#if>. ההזמנה שלכם בוטלה, והזמן פנוי שוב:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
מספר הזמנה: ${booking.reference}

<#if booking.feeDue && booking.feeWaived>
על דמי הביטול, ${booking.cancellationFee}, אנו מוותרים לכם ברצון.
<#elseif booking.feeDue>
כפי שנקבע בהסכם בינינו, דמי הביטול הם ${booking.cancellationFee}.
<#else>
אין צורך לשלם דבר על הביטול.
</#if>
לא יישלחו תזכורות נוספות. בכל פעם שתרצו משהו חדש, כתבו לנו כאן.
