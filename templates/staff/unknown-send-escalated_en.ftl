Escalated: did ${notice.contactName} get our message on ${notice.channel}?

Nobody has said in time whether a message to ${notice.contactName} (${notice.channel}, ${notice.agencyName}) arrived. The task is yours in Tasklist now.
