Did ${notice.contactName} get our message on ${notice.channel}?

It is not known whether a message to ${notice.contactName} (${notice.channel}, ${notice.agencyName}) arrived, and it is not sent again by itself. The task in Tasklist is overdue.

Please open Tasklist, take the task and decide. If nobody does, it goes to the supervisors.
