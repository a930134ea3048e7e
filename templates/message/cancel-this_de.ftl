Soll ich diese Buchung stornieren?
