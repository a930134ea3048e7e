نأسف لأن الأمر يستغرق وقتًا أطول<#if booking.firstName??>، ${booking.firstName}</#if>. انتهت المدة التي استطعنا أن نحفظ لكم فيها هذا الوقت:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}
رقم الحجز: ${booking.reference}

ما زال فريقنا ينظر في الأمر وسيجيبكم هنا. وحتى ذلك الحين قد يطلب آخرون هذا الوقت أيضًا؛ وإذا فضّلتم يومًا آخر أو ساعة أخرى، فاكتبوا لنا.
