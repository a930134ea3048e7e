<#switch refusal.reason>
<#on "NO_GUESTS">
Бронь оформляется не менее чем на 1 гостя, а не на ${refusal.guests}.
<#on "UNKNOWN_TALENT">
Варианта «${refusal.name}» для брони нет.
<#on "TALENT_GONE">
«${refusal.name}» больше нельзя забронировать.
<#on "START_PAST">
Начало уже в прошлом: ${refusal.start}.
<#on "END_PAST">
Окончание уже в прошлом: ${refusal.end}.
<#on "END_NOT_AFTER_START">
Окончание не позже начала: ${when(refusal.start, refusal.end)}.
<#on "TIME_SKIPPED">
Этого времени не существует, так как в ту ночь часы переводят вперёд: ${refusal.start}.
<#on "BOOKING_WITH_TEAM">
Ваша бронь ${refusal.reference} находится у нашей команды на подтверждении, поэтому она оставлена без изменений.
<#on "BOOKING_OVER">
Бронь ${refusal.reference} больше нельзя изменить.
<#on "SLOT_TAKEN">
Это время у ${refusal.name} занято: ${when(refusal.start, refusal.end)}.<#if refusal.alternatives?has_content> Тогда свободны: <#list refusal.alternatives as other>${other}<#sep>, </#list>.</#if> Ваша бронь ${refusal.reference} остаётся без изменений.
</#switch>
