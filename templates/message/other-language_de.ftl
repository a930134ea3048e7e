Vielen Dank für Ihre Nachricht. Da ich selbst nur auf Englisch schreibe, gebe ich sie an unser Team weiter, das Ihnen hier persönlich antwortet.
