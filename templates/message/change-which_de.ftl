Welche Ihrer Buchungen soll ich ändern? Drücken Sie ihre Schaltfläche, oder schreiben Sie ihre Buchungsnummer.
