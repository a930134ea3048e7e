${when(start, end)}
