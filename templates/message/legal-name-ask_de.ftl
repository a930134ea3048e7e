Eine Kleinigkeit noch für den Vertrag: Auf welchen vollständigen Namen darf ich ihn ausstellen, so wie er in Ihrem Reisepass steht? Bei einer Firma nennen Sie mir bitte auch, wer sie vertritt.
