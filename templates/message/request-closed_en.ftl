As you wish<#if firstName??>, ${firstName}</#if>. I have closed your request. Whenever you have something new in mind, ${agencyName} is here for you.
