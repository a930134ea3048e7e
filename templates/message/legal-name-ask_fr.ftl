Encore un détail pour le contrat : à quel nom complet dois-je l’établir, tel qu’il figure sur votre passeport ? Pour une société, indiquez-moi aussi qui la représente.
