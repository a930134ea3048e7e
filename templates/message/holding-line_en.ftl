Thank you for your message<#if firstName??>, ${firstName}</#if>. A colleague at ${agencyName} is reading it in person and will answer you here shortly.
