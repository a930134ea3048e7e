<#if booking.firstName??>${booking.firstName}, תזכורת<#else>תזכורת</#if> דיסקרטית מראש: ההזמנה שלכם בעוד יומיים.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
מקום: ${booking.place}
</#if>
<#if booking.guests??>
אורחים: ${booking.guests}
</#if>
מספר הזמנה: ${booking.reference}

אם משהו צריך להשתנות, ממספר האורחים ועד המקום, עכשיו הזמן המתאים לומר זאת: פשוט השיבו להודעה זו.
<#if booking.freeUntil??>
עד ${booking.freeUntil} הביטול ללא תשלום.
</#if>
