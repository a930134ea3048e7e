<#switch state>
<#on "INQUIRY", "HELD", "LAPSED", "CONFIRMED">
Your booking ${reference} stays as it is.
<#on "DECLINED">
We had to decline booking ${reference} before, so there is nothing to cancel.
<#on "RELEASED">
Booking ${reference} had ended before, so there is nothing to cancel.
<#on "CANCELLED">
Booking ${reference} is cancelled.
<#on "COMPLETED">
Booking ${reference} is over, so it cannot be cancelled any more.
</#switch>
