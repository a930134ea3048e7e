${notice.contactName} waits for an answer on ${notice.channel}

A reply to ${notice.contactName} (${notice.channel}, ${notice.agencyName}) waits in Tasklist and is overdue.

Please open Tasklist, take the task and answer. If nobody does, it goes to the supervisors.
