<#switch state>
<#on "INQUIRY", "HELD", "LAPSED", "CONFIRMED">
Η κράτησή σας ${reference} παραμένει όπως είναι.
<#on "DECLINED">
Την κράτηση ${reference} είχαμε αναγκαστεί να την απορρίψουμε, επομένως δεν υπάρχει κάτι να ακυρωθεί.
<#on "RELEASED">
Η κράτηση ${reference} είχε ήδη λήξει, επομένως δεν υπάρχει κάτι να ακυρωθεί.
<#on "CANCELLED">
Η κράτηση ${reference} έχει ακυρωθεί.
<#on "COMPLETED">
Η κράτηση ${reference} έχει ολοκληρωθεί και δεν μπορεί πια να ακυρωθεί.
</#switch>
