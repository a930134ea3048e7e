As you wish<#if firstName??>, ${firstName}</#if>. ${agencyName} will send you no further reminders or news here. Should you need us, write at any time and we will gladly answer.
