Vielen Dank<#if firstName??>, ${firstName}</#if>, es ist angekommen. Das Team von ${agencyName} sieht es sich an und antwortet Ihnen hier in Kürze persönlich.
