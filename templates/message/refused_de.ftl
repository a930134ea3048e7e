<#switch refusal.reason>
<#on "NO_GUESTS">
Eine Buchung gilt für mindestens 1 Gast, nicht für ${refusal.guests}.
<#on "UNKNOWN_TALENT">
„${refusal.name}“ kann ich Ihnen leider nicht anbieten.
<#on "TALENT_GONE">
„${refusal.name}“ kann nicht mehr gebucht werden.
<#on "START_PAST">
Der Beginn liegt in der Vergangenheit: ${refusal.start}.
<#on "END_PAST">
Das Ende liegt in der Vergangenheit: ${refusal.end}.
<#on "END_NOT_AFTER_START">
Das Ende liegt nicht nach dem Beginn: ${when(refusal.start, refusal.end)}.
<#on "TIME_SKIPPED">
Diese Uhrzeit gibt es nicht, weil in jener Nacht die Uhren vorgestellt werden: ${refusal.start}.
<#on "BOOKING_WITH_TEAM">
Ihre Buchung ${refusal.reference} liegt unserem Team zur Bestätigung vor; ich habe sie darum gelassen, wie sie ist.
<#on "BOOKING_OVER">
Die Buchung ${refusal.reference} kann nicht mehr geändert werden.
<#on "SLOT_TAKEN">
${refusal.name} ist zu dieser Zeit nicht frei: ${when(refusal.start, refusal.end)}.<#if refusal.alternatives?has_content> Dann wären frei: <#list refusal.alternatives as other>${other}<#sep>, </#list>.</#if> Ihre Buchung ${refusal.reference} bleibt, wie sie ist.
</#switch>
