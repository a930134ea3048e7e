Merci<#if firstName??>, ${firstName}</#if>. Ce bouton ne correspond plus à rien d’ouvert pour vous ici. Dites-moi en quelques mots ce que vous souhaitez, et ${agencyName} s’en occupe.
