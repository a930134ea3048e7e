Merci. Pour le contrat, il me faut le nom en caractères latins, tel qu’il figure sur votre passeport. Comment y est-il écrit ?
