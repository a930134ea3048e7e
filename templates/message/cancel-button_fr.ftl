Annuler ${reference}
