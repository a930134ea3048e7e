ביטול ${reference}
