Merci de votre message<#if firstName??>, ${firstName}</#if>. Je le transmets à l’équipe de ${agencyName}, qui vous répondra ici personnellement sous peu.
