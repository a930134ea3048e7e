package com.ailuxe.booking;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface BookingRepository extends JpaRepository<Booking, UUID> {
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select b from Booking b where b.id = :id")
  Optional<Booking> lock(UUID id);

  /** Who decided has become known. */
  @Modifying
  @Query("update versioned Booking b set b.decidedBy = :name where b.decisionId = :decision")
  void signed(UUID decision, String name);

  Optional<Booking> findByAgencyIdAndReference(UUID agencyId, String reference);

  List<Booking> findByReference(String reference);

  /** The talent of a booking that is not loaded for it, so that a lock taken next sees it fresh. */
  @Query("select b.talentId from Booking b where b.id = :id")
  Optional<UUID> talentOf(UUID id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select b from Booking b
      where b.agencyId = :agencyId and b.conversationId = :conversationId and b.state in :states
      order by b.createdAt desc""")
  List<Booking> lockByConversation(
      UUID agencyId, UUID conversationId, Collection<BookingState> states, Limit limit);

  /** Those that are not over and done with, the latest first. */
  @Query(
      """
      select b from Booking b
      where b.agencyId = :agencyId and b.conversationId = :conversationId
        and b.state in (com.ailuxe.booking.BookingState.INQUIRY,
          com.ailuxe.booking.BookingState.HELD, com.ailuxe.booking.BookingState.LAPSED,
          com.ailuxe.booking.BookingState.CONFIRMED)
      order by b.createdAt desc""")
  List<Booking> open(UUID agencyId, UUID conversationId);

  @Query(
      """
      select b from Booking b
      where b.agencyId = :agencyId and b.talentId = :talentId
        and b.state in (com.ailuxe.booking.BookingState.HELD, com.ailuxe.booking.BookingState.CONFIRMED)
        and b.startsAt < :to and b.endsAt > :from
      order by b.startsAt""")
  List<Booking> occupying(UUID agencyId, UUID talentId, Instant from, Instant to);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select b from Booking b
      where b.agencyId = :agencyId and b.talentId = :talentId
        and b.state = com.ailuxe.booking.BookingState.HELD and b.holdExpiresAt <= :now
        and b.startsAt < :to and b.endsAt > :from
      order by b.id""")
  List<Booking> lockRanOutHolds(
      UUID agencyId, UUID talentId, Instant from, Instant to, Instant now);

  @Query(
      """
      select b.id from Booking b
      where b.agencyId = :agencyId and b.contactId = :contactId
        and b.state = com.ailuxe.booking.BookingState.CONFIRMED""")
  List<UUID> confirmed(UUID agencyId, UUID contactId);

  @Query(
      """
      select count(b) from Booking b
      where b.agencyId = :agencyId and b.contactId = :contactId
        and b.state = com.ailuxe.booking.BookingState.COMPLETED""")
  long countCompleted(UUID agencyId, UUID contactId);
}
