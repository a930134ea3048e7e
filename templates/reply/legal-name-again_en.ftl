How shall your full name read in the agreement, with first name and family name as in your passport? For a company, please add who represents it.
