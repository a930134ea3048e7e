Escalated: we owe ${notice.contactName} something on ${notice.channel}

What ${notice.contactName} (${notice.channel}, ${notice.agencyName}) was promised that a colleague would do, or what they have not got of us, was seen to by nobody in time. The task is yours in Tasklist now.
