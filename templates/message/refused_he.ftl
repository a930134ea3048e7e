<#switch refusal.reason>
<#on "NO_GUESTS">
הזמנה היא לאורח 1 לפחות, לא ל-${refusal.guests}.
<#on "UNKNOWN_TALENT">
אין "${refusal.name}" להזמנה.
<#on "TALENT_GONE">
לא ניתן עוד להזמין את "${refusal.name}".
<#on "START_PAST">
מועד ההתחלה כבר עבר: ${refusal.start}.
<#on "END_PAST">
מועד הסיום כבר עבר: ${refusal.end}.
<#on "END_NOT_AFTER_START">
מועד הסיום אינו אחרי מועד ההתחלה: ${when(refusal.start, refusal.end)}.
<#on "TIME_SKIPPED">
השעה הזו אינה קיימת, כי באותו לילה השעון מוזז קדימה: ${refusal.start}.
<#on "BOOKING_WITH_TEAM">
ההזמנה שלכם ${refusal.reference} נמצאת אצל הצוות שלנו לאישור, ולכן השארנו אותה כפי שהיא.
<#on "BOOKING_OVER">
לא ניתן עוד לשנות את ההזמנה ${refusal.reference}.
<#on "SLOT_TAKEN">
הזמן הזה אצל ${refusal.name} אינו פנוי: ${when(refusal.start, refusal.end)}.<#if refusal.alternatives?has_content> פנויים אז: <#list refusal.alternatives as other>${other}<#sep>, </#list>.</#if> ההזמנה שלכם ${refusal.reference} נותרת כפי שהיא.
</#switch>
