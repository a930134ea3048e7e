One small thing for the agreement: which full name shall I put in it, as it stands in your passport? For a company, please add who represents it.
