<#switch state>
<#on "INQUIRY", "HELD", "LAPSED", "CONFIRMED">
يبقى حجزكم ${reference} كما هو.
<#on "DECLINED">
كنا قد اضطررنا إلى رفض الحجز ${reference}، فليس هناك ما يُلغى.
<#on "RELEASED">
كان الحجز ${reference} قد انتهى، فليس هناك ما يُلغى.
<#on "CANCELLED">
الحجز ${reference} مُلغى.
<#on "COMPLETED">
انتهى موعد الحجز ${reference}، ولم يعد من الممكن إلغاؤه.
</#switch>
