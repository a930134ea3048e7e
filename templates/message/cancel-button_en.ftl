Cancel ${reference}
