Which of your bookings shall I change? Press its button, or write its reference.
