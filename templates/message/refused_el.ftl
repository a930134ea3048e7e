<#switch refusal.reason>
<#on "NO_GUESTS">
Μια κράτηση αφορά τουλάχιστον 1 προσκεκλημένο, όχι ${refusal.guests}.
<#on "UNKNOWN_TALENT">
Δεν υπάρχει διαθέσιμη επιλογή «${refusal.name}» για κράτηση.
<#on "TALENT_GONE">
Η επιλογή «${refusal.name}» δεν είναι πια διαθέσιμη για κράτηση.
<#on "START_PAST">
Η έναρξη είναι στο παρελθόν: ${refusal.start}.
<#on "END_PAST">
Η λήξη είναι στο παρελθόν: ${refusal.end}.
<#on "END_NOT_AFTER_START">
Η λήξη δεν είναι μετά την έναρξη: ${when(refusal.start, refusal.end)}.
<#on "TIME_SKIPPED">
Αυτή η ώρα δεν υπάρχει, γιατί εκείνη τη νύχτα τα ρολόγια πάνε μπροστά: ${refusal.start}.
<#on "BOOKING_WITH_TEAM">
Η κράτησή σας ${refusal.reference} βρίσκεται στην ομάδα μας για επιβεβαίωση, γι’ αυτό την άφησα όπως είναι.
<#on "BOOKING_OVER">
Η κράτηση ${refusal.reference} δεν μπορεί πια να αλλάξει.
<#on "SLOT_TAKEN">
Η επιλογή ${refusal.name} δεν είναι διαθέσιμη εκείνη την ώρα: ${when(refusal.start, refusal.end)}.<#if refusal.alternatives?has_content> Διαθέσιμες τότε: <#list refusal.alternatives as other>${other}<#sep>, </#list>.</#if> Η κράτησή σας ${refusal.reference} παραμένει όπως είναι.
</#switch>
