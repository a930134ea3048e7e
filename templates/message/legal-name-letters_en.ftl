Thank you. For the agreement I need the name in Latin letters, as it stands in your passport. How is it written there?
