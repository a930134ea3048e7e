We owe ${notice.contactName} something on ${notice.channel}

${notice.contactName} (${notice.channel}, ${notice.agencyName}) was promised that a colleague would come back to them, or has not got what we wrote, and nobody has seen to it yet. The task in Tasklist is overdue.

Please open Tasklist, take the task and answer. If nobody does, it goes to the supervisors.
