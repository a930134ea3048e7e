Comment votre nom complet doit-il figurer dans le contrat, avec prénom et nom de famille comme sur votre passeport ? Pour une société, indiquez-moi aussi qui la représente.
