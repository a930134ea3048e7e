Escalated: a form at the booking desk waits

Somebody of ${notice.agencyName} began to cancel, change or make a booking, and nobody finished it in time. The task is yours in Tasklist now: finish it, or withdraw it.
