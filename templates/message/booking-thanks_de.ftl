Vielen Dank<#if booking.firstName??>, ${booking.firstName}</#if>. Es war ${booking.agencyName} eine Freude, dies für Sie auszurichten:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

Ich hoffe, es war ganz nach Ihren Wünschen. Hätte etwas noch schöner sein können, so wäre ich Ihnen für einen Hinweis dankbar; und wann immer Sie einen neuen Wunsch haben, schreiben Sie mir hier.
