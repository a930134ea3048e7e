Escalated: ${notice.contactName} still waits on ${notice.channel}

A reply to ${notice.contactName} (${notice.channel}, ${notice.agencyName}) was seen to by nobody in time. The task is yours in Tasklist now.
