It is arranged<#if booking.firstName??>, ${booking.firstName}</#if>. Your booking now reads:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
<#if booking.place??>
Place: ${booking.place}
</#if>
<#if booking.guests??>
Guests: ${booking.guests}
</#if>
<#if booking.price??>
Price: ${booking.price}
</#if>
Reference: ${booking.reference}
<#if booking.note??>

${booking.note}
</#if>

<#if booking.partyKnown>
The agreement for it follows here in a moment; it takes the place of the earlier one.
<#else>
The booking becomes firm once you accept your service agreement.
</#if>
