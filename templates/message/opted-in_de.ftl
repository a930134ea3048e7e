Sehr gern<#if firstName??>, ${firstName}</#if>. ${agencyName} sendet Ihnen hier wieder Erinnerungen und Neuigkeiten. Um sie jederzeit zu beenden, antworten Sie mit STOP.
