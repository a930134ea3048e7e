Thank you. For the agreement I need the name in Latin letters, as it is written in your passport. How is it written there?
