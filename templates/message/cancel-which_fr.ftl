Laquelle de vos réservations dois-je annuler ?
