Keep it
