شكرًا<#if booking.firstName??>، ${booking.firstName}</#if>. كان من دواعي سرور ${booking.agencyName} ترتيب هذا لكم:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

نرجو أن يكون كل شيء كما تمنيتم. وإذا كان هناك ما يمكن أن يكون أفضل، فيسعدنا أن نعرفه؛ ومتى رغبتم في شيء جديد، فاكتبوا لنا هنا.
