Les boutons valent pour les 3 premières ; pour une autre, demandez à parler à une personne.
