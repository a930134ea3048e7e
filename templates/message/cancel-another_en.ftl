The buttons are for the first 3; for another one, ask for a person.
