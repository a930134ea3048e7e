<#switch state>
<#on "INQUIRY", "HELD", "LAPSED", "CONFIRMED">
Votre réservation ${reference} reste telle qu’elle est.
<#on "DECLINED">
Nous avions déjà dû refuser la réservation ${reference} ; il n’y a donc rien à annuler.
<#on "RELEASED">
La réservation ${reference} avait déjà pris fin ; il n’y a donc rien à annuler.
<#on "CANCELLED">
La réservation ${reference} est annulée.
<#on "COMPLETED">
La réservation ${reference} est passée ; elle ne peut plus être annulée.
</#switch>
