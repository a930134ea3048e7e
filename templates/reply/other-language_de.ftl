Vielen Dank für Ihre Nachricht. Ich bin der automatische Concierge und schreibe nur auf Englisch; deshalb gebe ich sie an unser Team weiter, das Ihnen hier persönlich antwortet.
