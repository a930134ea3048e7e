at ${budget}
