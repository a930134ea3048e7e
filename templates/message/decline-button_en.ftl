Decline
