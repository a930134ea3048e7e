Accept
