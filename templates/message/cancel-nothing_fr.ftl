Je ne vois aucune réservation en cours à votre nom ; il n’y a donc rien à annuler.
