Merci<#if booking.firstName??>, ${booking.firstName}</#if>. Ce fut un plaisir pour ${booking.agencyName} d’organiser ceci pour vous :

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

J’espère que tout a été à la hauteur de vos souhaits. Si quelque chose avait pu être plus réussi encore, je vous saurais gré de me le dire ; et dès que vous aurez un nouveau souhait, écrivez-moi ici.
