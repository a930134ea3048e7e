Dois-je annuler cette réservation ?
