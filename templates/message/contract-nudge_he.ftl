<#if booking.firstName??>${booking.firstName}, נשמח<#else>נשמח</#if> לחזור אל המסמך ${booking.contractNumber} שנשלח אליכם כאן. הוא עדיין ממתין לתשובתכם:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
מספר הזמנה: ${booking.reference}

הזמן שמור לכם לעוד זמן מה, אך לא ללא הגבלה. אם משהו מעכב אתכם, פשוט כתבו מה.
<#if booking.declineFee??>

אם תדחו אותו, ההזמנה תסתיים, ולפי ההסכם שאישרתם קודם לכן דמי הביטול הם ${booking.declineFee}.
</#if>
