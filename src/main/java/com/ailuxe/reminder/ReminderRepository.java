package com.ailuxe.reminder;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ReminderRepository extends JpaRepository<Reminder, UUID> {
  List<Reminder> findByAgencyIdAndBookingIdOrderByDueAtAscKindAsc(UUID agencyId, UUID bookingId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from Reminder r where r.id = :id")
  Optional<Reminder> lock(UUID id);
}
