Отмена ${reference}
