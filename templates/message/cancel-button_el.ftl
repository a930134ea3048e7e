Ακύρωση ${reference}
