Understood<#if booking.firstName??>, ${booking.firstName}</#if>. You declined agreement ${booking.contractNumber}, and the time reserved for you is free again:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Reference: ${booking.reference}

If a different day, length or budget would serve you better, tell me what to adjust and I will prepare a new proposal.
