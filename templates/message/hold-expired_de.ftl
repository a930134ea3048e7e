Es tut mir leid, dass dies länger dauert<#if booking.firstName??>, ${booking.firstName}</#if>. Die Frist, für die ich Ihnen diese Zeit vormerken konnte, ist abgelaufen:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Buchungsnummer: ${booking.reference}

Unser Team sieht es sich weiterhin an und antwortet Ihnen hier. Bis dahin können auch andere diese Zeit anfragen; wäre Ihnen ein anderer Tag oder eine andere Stunde lieber, so sagen Sie es mir einfach.
