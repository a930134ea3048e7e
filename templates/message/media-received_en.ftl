Thank you<#if firstName??>, ${firstName}</#if>, it has arrived. A colleague at ${agencyName} is taking a look and will answer you here in person shortly.
