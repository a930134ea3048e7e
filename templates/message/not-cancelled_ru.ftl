<#switch state>
<#on "INQUIRY", "HELD", "LAPSED", "CONFIRMED">
Ваша бронь ${reference} остаётся без изменений.
<#on "DECLINED">
Бронь ${reference} нам пришлось отклонить ранее, поэтому отменять нечего.
<#on "RELEASED">
Бронь ${reference} завершилась ранее, поэтому отменять нечего.
<#on "CANCELLED">
Бронь ${reference} отменена.
<#on "COMPLETED">
Бронь ${reference} уже состоялась, отменить её больше нельзя.
</#switch>
