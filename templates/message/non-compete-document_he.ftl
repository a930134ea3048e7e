להזמנה זו מצורף גם הסכם אי־תחרות, ${booking.contractNumber}:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

אנא עיינו במסמך המצורף. ההזמנה תהיה סופית לאחר שתאשרו גם אותו; "דחייה" משחררת את הזמן ששוריין. אם משהו אינו ברור, פשוט כתבו לי.
<#if booking.declineFee??>

אם תדחו אותו, ההזמנה תסתיים, ולפי ההסכם שאישרתם קודם לכן דמי הביטול הם ${booking.declineFee}.
</#if>
