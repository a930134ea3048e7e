Good news<#if booking.firstName??>, ${booking.firstName}</#if>: our team has approved your booking.

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
${booking.place}
</#if>
<#if booking.price??>
Price: ${booking.price}
</#if>
Reference: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

<#if booking.partyKnown>
Your service agreement follows here in a moment. The booking becomes firm once you accept it.
<#else>
The booking becomes firm once you accept your service agreement.
</#if>
