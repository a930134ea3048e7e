Welche Ihrer Buchungen soll ich stornieren?
