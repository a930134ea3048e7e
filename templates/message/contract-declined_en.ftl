Understood<#if booking.firstName??>, ${booking.firstName}</#if>. You declined document ${booking.contractNumber}, and the time reserved for you is free again:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
Reference: ${booking.reference}

<#if booking.feeDue>
As our agreement provides, the cancellation fee is ${booking.cancellationFee}.

</#if>
<#if booking.declineReason??>
Thank you for telling me the reason. If a different day, length or budget would serve you better, tell me what to adjust and I will prepare a new proposal.
<#else>
May I ask what did not suit you? If it was the day, the length or the budget, tell me what to adjust and I will prepare a new proposal.
</#if>
