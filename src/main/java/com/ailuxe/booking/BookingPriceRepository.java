package com.ailuxe.booking;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface BookingPriceRepository extends JpaRepository<BookingPrice, UUID> {}
