إلغاء ${reference}
