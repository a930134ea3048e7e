Merci de votre message. N’écrivant moi-même qu’en anglais, je le transmets à notre équipe, qui vous répondra ici personnellement.
