Avec plaisir<#if firstName??>, ${firstName}</#if>. ${agencyName} vous enverra de nouveau ici rappels et nouvelles. Pour y mettre fin à tout moment, répondez STOP.
