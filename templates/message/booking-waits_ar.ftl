شكرًا على صبركم<#if booking.firstName??>، ${booking.firstName}</#if>. طلبكم ${booking.reference} بشأن ${booking.talent} ما زال لدى فريقنا الذي ينظر فيه شخصيًّا، وسيصلكم الجواب هنا فور صدوره.
