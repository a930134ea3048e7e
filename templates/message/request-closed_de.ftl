Ganz wie Sie wünschen<#if firstName??>, ${firstName}</#if>. Ich habe Ihre Anfrage geschlossen. Wann immer Sie einen neuen Wunsch haben, ist ${agencyName} für Sie da.
