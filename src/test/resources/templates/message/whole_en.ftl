${booking}
