Shall I cancel this booking?
