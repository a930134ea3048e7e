de ${budget}
