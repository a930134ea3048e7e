ההסכם שלכם למתן שירות, ${booking.contractNumber}:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

אנא עיינו במסמך המצורף. לחיצה על "אישור" כורתת את ההסכם והופכת את ההזמנה לסופית; "דחייה" משחררת את הזמן ששוריין. אם תרצו לשנות משהו קודם לכן, פשוט כתבו לי.
<#if booking.declineFee??>

אם תדחו אותו, ההזמנה תסתיים, ולפי ההסכם שאישרתם קודם לכן דמי הביטול הם ${booking.declineFee}.
</#if>
