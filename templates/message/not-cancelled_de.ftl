<#switch state>
<#on "INQUIRY", "HELD", "LAPSED", "CONFIRMED">
Ihre Buchung ${reference} bleibt, wie sie ist.
<#on "DECLINED">
Die Buchung ${reference} hatten wir bereits ablehnen müssen; es gibt also nichts zu stornieren.
<#on "RELEASED">
Die Buchung ${reference} war bereits beendet; es gibt also nichts zu stornieren.
<#on "CANCELLED">
Die Buchung ${reference} ist storniert.
<#on "COMPLETED">
Die Buchung ${reference} liegt zurück und kann nicht mehr storniert werden.
</#switch>
