Thank you<#if booking.firstName??>, ${booking.firstName}</#if>. It was a pleasure for ${booking.agencyName} to arrange this for you:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

I hope it was all you wished for. If anything could have been finer, I would be grateful to hear it; and whenever you have something new in mind, write to me here.
