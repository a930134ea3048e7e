With pleasure<#if firstName??>, ${firstName}</#if>. ${agencyName} will send you reminders and news here again. To end them at any time, reply STOP.
