Благодарим вас<#if booking.firstName??>, ${booking.firstName}</#if>. Для ${booking.agencyName} было удовольствием устроить это для вас:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

Надеемся, всё было так, как вы желали. Если что-то могло быть ещё лучше, будем признательны за ваше слово; а когда у вас появится новое пожелание, просто напишите здесь.
