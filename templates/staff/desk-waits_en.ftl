A form at the booking desk waits

Somebody of ${notice.agencyName} began to cancel, change or make a booking in Tasklist and left the form open. It is overdue.

Please open Tasklist and finish it, or withdraw it. If nobody does, it goes to the supervisors.
