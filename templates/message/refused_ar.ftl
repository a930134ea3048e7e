<#switch refusal.reason>
<#on "NO_GUESTS">
الحجز لضيف واحد على الأقل، لا لعدد ${refusal.guests}.
<#on "UNKNOWN_TALENT">
ليس لدينا «${refusal.name}» للحجز.
<#on "TALENT_GONE">
لم يعد من الممكن حجز «${refusal.name}».
<#on "START_PAST">
وقت البدء قد مضى: ${refusal.start}.
<#on "END_PAST">
وقت الانتهاء قد مضى: ${refusal.end}.
<#on "END_NOT_AFTER_START">
وقت الانتهاء ليس بعد وقت البدء: ${when(refusal.start, refusal.end)}.
<#on "TIME_SKIPPED">
هذا الوقت غير موجود، لأن الساعة تُقدَّم في تلك الليلة: ${refusal.start}.
<#on "BOOKING_WITH_TEAM">
حجزكم ${refusal.reference} لدى فريقنا للتأكيد، ولذلك تركناه كما هو.
<#on "BOOKING_OVER">
لم يعد من الممكن تغيير الحجز ${refusal.reference}.
<#on "SLOT_TAKEN">
هذا الوقت لدى ${refusal.name} غير متاح: ${when(refusal.start, refusal.end)}.<#if refusal.alternatives?has_content> المتاح حينها: <#list refusal.alternatives as other>${other}<#sep>، </#list>.</#if> يبقى حجزكم ${refusal.reference} كما هو.
</#switch>
