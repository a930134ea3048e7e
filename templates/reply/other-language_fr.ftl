Merci de votre message. Je suis le concierge automatique et n’écris qu’en anglais ; je le transmets donc à notre équipe, qui vous répondra ici personnellement.
