Escalated: we owe ${notice.contactName} an answer on ${notice.channel}

What ${notice.contactName} (${notice.channel}, ${notice.agencyName}) was told that a colleague would do was done by nobody in time. The task is yours in Tasklist now.
