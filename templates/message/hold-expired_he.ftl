אנו מצטערים שהדבר נמשך זמן רב יותר<#if booking.firstName??>, ${booking.firstName}</#if>. תם פרק הזמן שבו יכולנו לשמור זאת עבורכם:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
מספר הזמנה: ${booking.reference}

הצוות שלנו עדיין בוחן זאת וישיב לכם כאן. עד אז גם אחרים עשויים לבקש את הזמן הזה; אם תעדיפו יום אחר או שעה אחרת, פשוט כתבו לנו.
