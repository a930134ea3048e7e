Thank you for your message<#if firstName??>, ${firstName}</#if>. I am passing it to a colleague at ${agencyName}, who will answer you here in person shortly.
