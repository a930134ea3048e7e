Which of your bookings shall I cancel?
