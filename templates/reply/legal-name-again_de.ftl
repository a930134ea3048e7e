Wie soll Ihr vollständiger Name im Vertrag lauten, mit Vor- und Nachnamen wie im Reisepass? Bei einer Firma nennen Sie mir bitte auch, wer sie vertritt.
