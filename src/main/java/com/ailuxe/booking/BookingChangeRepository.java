package com.ailuxe.booking;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface BookingChangeRepository extends JpaRepository<BookingChange, UUID> {
  Optional<BookingChange> findByRequestId(UUID requestId);

  /** Who decided has become known. */
  @Modifying
  @Query("update versioned BookingChange c set c.decidedBy = :name where c.decisionId = :decision")
  void signed(UUID decision, String name);

  /** Who asked for it has become known. */
  @Modifying
  @Query(
      """
      update versioned BookingChange c set c.requestedBy = :name
      where c.requestDecisionId = :decision""")
  void requestSigned(UUID decision, String name);

  @Query("select c.bookingId from BookingChange c where c.id = :id")
  Optional<UUID> bookingOf(UUID id);

  Optional<BookingChange> findFirstByBookingIdAndStateOrderByRequestedAtDesc(
      UUID bookingId, ChangeState state);

  @Query("select c.talentId from BookingChange c where c.id = :id")
  Optional<UUID> talentOf(UUID id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from BookingChange c where c.id = :id")
  Optional<BookingChange> lock(UUID id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select c from BookingChange c
      where c.bookingId = :bookingId and c.state = com.ailuxe.booking.ChangeState.PROPOSED""")
  Optional<BookingChange> lockProposed(UUID bookingId);
}
