כרצונכם<#if booking.firstName??>, ${booking.firstName}</#if>. ההזמנה שלכם בוטלה, והזמן פנוי שוב:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
מספר הזמנה: ${booking.reference}

לא יישלחו תזכורות נוספות. בכל פעם שתרצו משהו חדש, כתבו לנו כאן.
