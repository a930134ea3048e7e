package com.ailuxe.booking;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface BookingPriceRepository extends JpaRepository<BookingPrice, UUID> {
  /** Who agreed has become known. */
  @Modifying
  @Query("update BookingPrice p set p.agreedBy = :name where p.decisionId = :decision")
  void signed(UUID decision, String name);
}
