كما تشاؤون<#if firstName??>، ${firstName}</#if>. أغلقنا طلبكم. ومتى رغبتم في شيء جديد، فإن ${agencyName} في خدمتكم.
