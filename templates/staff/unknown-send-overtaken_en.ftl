Not carried out: the decision on a message to ${notice.contactName}

What was decided in Tasklist about a message to ${notice.contactName} (${notice.channel}, ${notice.agencyName}) came too late and was not carried out: the provider had reported by then what became of it, or it was of no use any more. The audit trail says which. There is nothing left to do.
