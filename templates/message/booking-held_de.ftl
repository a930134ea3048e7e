Vielen Dank<#if booking.firstName??>, ${booking.firstName}</#if>. Ich habe dies für Sie vorgemerkt:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Ort: ${booking.place}
</#if>
<#if booking.guests??>
Gäste: ${booking.guests}
</#if>
<#if booking.budget??>
Budget: ${booking.budget}
</#if>
Buchungsnummer: ${booking.reference}

Es ist für Sie reserviert, aber noch nicht bestätigt: Unser Team sieht es sich persönlich an und antwortet Ihnen hier in Kürze. Sollte etwas anders lauten, sagen Sie es mir einfach.
