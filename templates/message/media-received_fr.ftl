Merci<#if firstName??>, ${firstName}</#if>, c’est bien arrivé. L’équipe de ${agencyName} en prend connaissance et vous répondra ici personnellement sous peu.
