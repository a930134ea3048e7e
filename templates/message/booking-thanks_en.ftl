Thank you<#if booking.firstName??>, ${booking.firstName}</#if>, for placing ${booking.service} with ${booking.talent} in the hands of ${booking.agencyName}. We hope it was all you wished for.

If anything could have been finer, I would be grateful to hear it. And whenever you have something new in mind, write to me here.
