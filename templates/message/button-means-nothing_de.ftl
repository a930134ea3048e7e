Vielen Dank<#if firstName??>, ${firstName}</#if>. Diese Schaltfläche gehört zu nichts mehr, was hier für Sie offen ist. Schreiben Sie mir kurz, was Sie wünschen, und ${agencyName} kümmert sich darum.
