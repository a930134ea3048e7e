One small thing for the agreement: which full name shall I put in it, as it is written in your passport? For a company, please add who represents it.
