Laquelle de vos réservations dois-je modifier ? Appuyez sur son bouton ou écrivez sa référence.
