Λυπάμαι<#if booking.firstName??>, ${booking.firstName}</#if>. Η επιλογή ${booking.talent} δεν είναι πια διαθέσιμη για τον χρόνο που επιθυμείτε: ${when(booking.start, booking.end)}.

<#if booking.alternatives?has_content>
Διαθέσιμες επιλογές για εκείνη την ώρα:
<#list booking.alternatives as alternative>
– ${alternative}
</#list>

Θα σας ταίριαζε κάποια από αυτές ή να δω άλλη ημέρα ή ώρα;
<#else>
Ποια άλλη ημέρα ή ώρα θα σας εξυπηρετούσε;
</#if>
