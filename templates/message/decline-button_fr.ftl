Refuser
