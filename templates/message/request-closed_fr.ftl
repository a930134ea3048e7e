Comme vous le souhaitez<#if firstName??>, ${firstName}</#if>. J’ai clos votre demande. Dès que vous aurez un nouveau souhait, ${agencyName} sera là pour vous.
