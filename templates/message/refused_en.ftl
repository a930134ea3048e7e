<#switch refusal.reason>
<#on "NO_GUESTS">
A booking is for at least 1 guest, not ${refusal.guests}.
<#on "UNKNOWN_TALENT">
There is no “${refusal.name}” to be booked.
<#on "TALENT_GONE">
“${refusal.name}” can no longer be booked.
<#on "START_PAST">
The start is in the past: ${refusal.start}.
<#on "END_PAST">
The end is in the past: ${refusal.end}.
<#on "END_NOT_AFTER_START">
The end is not after the start: ${when(refusal.start, refusal.end)}.
<#on "TIME_SKIPPED">
That time does not exist, as the clocks go forward that night: ${refusal.start}.
<#on "BOOKING_WITH_TEAM">
Your booking ${refusal.reference} is with our team for confirmation, so I have left it as it is.
<#on "BOOKING_OVER">
Booking ${refusal.reference} cannot be changed any more.
<#on "SLOT_TAKEN">
${refusal.name} is not free at that time: ${when(refusal.start, refusal.end)}.<#if refusal.alternatives?has_content> Free then: <#list refusal.alternatives as other>${other}<#sep>, </#list>.</#if> Your booking ${refusal.reference} stays as it is.
</#switch>
