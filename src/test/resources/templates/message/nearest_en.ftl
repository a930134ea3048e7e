en ${budget}
