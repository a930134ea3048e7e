${notice.contactName} waits for what we promised on ${notice.channel}

${notice.contactName} (${notice.channel}, ${notice.agencyName}) was told that a colleague would come back to them, and nobody has yet. The task in Tasklist is overdue.

Please open Tasklist, take the task and answer. If nobody does, it goes to the supervisors.
