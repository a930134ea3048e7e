<#if booking.firstName??>${booking.firstName}, с нетерпением<#else>С нетерпением</#if> ждём завтрашнего дня.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Место: ${booking.place}
</#if>
<#if booking.guests??>
Гости: ${booking.guests}
</#if>
Номер брони: ${booking.reference}

Пожалуйста, держите в этот день номер брони под рукой. Если есть особое пожелание или вы прибудете позже, ответьте здесь.
