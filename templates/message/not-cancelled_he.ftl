<#switch state>
<#on "INQUIRY", "HELD", "LAPSED", "CONFIRMED">
ההזמנה שלכם ${reference} נותרת כפי שהיא.
<#on "DECLINED">
את ההזמנה ${reference} נאלצנו לדחות קודם לכן, ולכן אין מה לבטל.
<#on "RELEASED">
ההזמנה ${reference} כבר הסתיימה, ולכן אין מה לבטל.
<#on "CANCELLED">
ההזמנה ${reference} בוטלה.
<#on "COMPLETED">
ההזמנה ${reference} כבר התקיימה, ואי אפשר עוד לבטל אותה.
</#switch>
