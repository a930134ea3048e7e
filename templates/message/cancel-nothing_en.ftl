I see no open booking of yours, so there is nothing to cancel.
