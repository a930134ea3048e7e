Verstanden<#if booking.firstName??>, ${booking.firstName}</#if>. Sie haben das Dokument ${booking.contractNumber} abgelehnt, und die für Sie reservierte Zeit ist wieder frei:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Buchungsnummer: ${booking.reference}

<#if booking.feeDue>
Nach unserer Vereinbarung fällt dafür eine Gebühr von ${booking.cancellationFee} an.

</#if>
<#if booking.declineReason??>
Danke, dass Sie mir den Grund genannt haben. Würde Ihnen ein anderer Tag, eine andere Dauer oder ein anderes Budget besser passen, so sagen Sie es mir, und ich bereite einen neuen Vorschlag vor.
<#else>
Darf ich fragen, was nicht gepasst hat? Lag es am Tag, an der Dauer oder am Budget, so sagen Sie es mir, und ich bereite einen neuen Vorschlag vor.
</#if>
