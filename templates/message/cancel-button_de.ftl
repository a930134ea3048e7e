Storno ${reference}
