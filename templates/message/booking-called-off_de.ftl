Es tut mir sehr leid<#if booking.firstName??>, ${booking.firstName}</#if>: Wir müssen Ihre Buchung absagen.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Buchungsnummer: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>
<#if booking.alternatives?has_content>

Zu dieser Zeit wären frei:
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

Wäre eine dieser Möglichkeiten in Ihrem Sinne? Sagen Sie es mir, und ich kümmere mich sofort darum.
<#else>

Welcher andere Tag oder welche andere Stunde wäre Ihnen recht? Ich kümmere mich sofort darum.
</#if>
