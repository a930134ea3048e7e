package com.ailuxe.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ReminderRepository extends JpaRepository<Reminder, UUID> {
  /** The reminders of the plan that was neither cancelled nor replaced. */
  List<Reminder> findByAgencyIdAndBookingIdAndEndedAtIsNull(UUID agencyId, UUID bookingId);

  @Query(
      """
      select coalesce(max(r.planNumber), 0) from Reminder r
      where r.agencyId = :agencyId and r.bookingId = :bookingId""")
  int lastPlanNumber(UUID agencyId, UUID bookingId);

  @Query("select r.bookingId from Reminder r where r.id = :id")
  Optional<UUID> bookingOf(UUID id);

  /** The bookings of a contact that are still to come and have a reminder that may go. */
  @Query(
      """
      select distinct r.bookingId from Reminder r
      where r.contactId = :contactId and r.eventAt > :now and r.state <> SKIPPED
      order by r.bookingId""")
  List<UUID> bookingsToRemindOf(UUID contactId, Instant now);

  List<Reminder> findByBookingIdAndState(UUID bookingId, ReminderState state);
}
