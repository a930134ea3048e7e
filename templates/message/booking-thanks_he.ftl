תודה<#if booking.firstName??>, ${booking.firstName}</#if>. היה לנו לעונג (${booking.agencyName}) לארגן זאת עבורכם:

${booking.service} – ${booking.talent}
${when(booking.start, booking.end)}

אנו מקווים שהכול היה כרצונכם. אם משהו היה יכול להיות טוב עוד יותר, נשמח לשמוע; ובכל פעם שתרצו משהו חדש, כתבו לנו כאן.
