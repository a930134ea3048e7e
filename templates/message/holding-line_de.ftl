Vielen Dank für Ihre Nachricht<#if firstName??>, ${firstName}</#if>. Ich gebe sie an das Team von ${agencyName} weiter, das Ihnen hier in Kürze persönlich antwortet.
