Vielen Dank. Für den Vertrag brauche ich den Namen in lateinischen Buchstaben, so wie er in Ihrem Reisepass steht. Wie wird er dort geschrieben?
