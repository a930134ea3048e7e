בשמחה<#if firstName??>, ${firstName}</#if>. תקבלו כאן שוב תזכורות וחדשות (${agencyName}). כדי להפסיק אותן בכל עת, השיבו STOP.
