<#if booking.firstName??>${booking.firstName}, המקדמה<#else>המקדמה</#if> עבור ההזמנה שלכם לא הגיעה אלינו, ולכן הזמן אינו שמור לכם עוד:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
מספר הזמנה: ${booking.reference}

אם שילמתם אותה, או אם עדיין תרצו להגיע, פשוט השיבו כאן, ועמית יבדוק זאת מיד.
