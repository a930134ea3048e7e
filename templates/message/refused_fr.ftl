<#switch refusal.reason>
<#on "NO_GUESTS">
Une réservation est pour 1 invité au moins, et non pour ${refusal.guests}.
<#on "UNKNOWN_TALENT">
Je n’ai pas de « ${refusal.name} » à vous proposer.
<#on "TALENT_GONE">
Il n’est plus possible de réserver « ${refusal.name} ».
<#on "START_PAST">
Le début est déjà passé : ${refusal.start}.
<#on "END_PAST">
La fin est déjà passée : ${refusal.end}.
<#on "END_NOT_AFTER_START">
La fin n’est pas après le début : ${when(refusal.start, refusal.end)}.
<#on "TIME_SKIPPED">
Cette heure n’existe pas, car les horloges avancent cette nuit-là : ${refusal.start}.
<#on "BOOKING_WITH_TEAM">
Votre réservation ${refusal.reference} est entre les mains de notre équipe pour confirmation ; je l’ai donc laissée telle quelle.
<#on "BOOKING_OVER">
La réservation ${refusal.reference} ne peut plus être modifiée.
<#on "SLOT_TAKEN">
${refusal.name} n’est pas libre à ce moment-là : ${when(refusal.start, refusal.end)}.<#if refusal.alternatives?has_content> Seraient libres alors : <#list refusal.alternatives as other>${other}<#sep>, </#list>.</#if> Votre réservation ${refusal.reference} reste telle qu’elle est.
</#switch>
