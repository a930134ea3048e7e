Merci. Le contrat sera établi au nom de « ${name} ». Si ce nom doit s’écrire autrement, dites-le-moi simplement.
