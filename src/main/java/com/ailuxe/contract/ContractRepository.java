package com.ailuxe.contract;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ContractRepository extends JpaRepository<Contract, UUID> {
  /** The latest first. */
  @Query(
      """
      select c from Contract c where c.agencyId = :agencyId and c.bookingId = :bookingId
      order by c.issuedAt desc, c.number desc""")
  List<Contract> ofBooking(UUID agencyId, UUID bookingId);

  @Query(
      """
      select c from Contract c
      where c.agencyId = :agencyId and c.bookingId = :bookingId
        and c.kind = com.ailuxe.contract.ContractKind.SERVICE_AGREEMENT
        and c.state = com.ailuxe.contract.ContractState.ACCEPTED""")
  Optional<Contract> agreement(UUID agencyId, UUID bookingId);

  /** The agreements that were accepted and have been replaced since, the latest first. */
  @Query(
      """
      select c from Contract c
      where c.agencyId = :agencyId and c.bookingId = :bookingId
        and c.kind = com.ailuxe.contract.ContractKind.SERVICE_AGREEMENT
        and c.state = com.ailuxe.contract.ContractState.SUPERSEDED and c.answeredAt is not null
      order by c.answeredAt desc""")
  List<Contract> agreedBefore(UUID agencyId, UUID bookingId);

  /** Those that wait for the contact's answer, the latest first. */
  @Query(
      """
      select c from Contract c
      where c.agencyId = :agencyId and c.conversationId = :conversationId
        and c.state = com.ailuxe.contract.ContractState.SENT
      order by c.sentAt desc""")
  List<Contract> sent(UUID agencyId, UUID conversationId);

  /** Whoever comes second waits, and then sees what the first one did. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Contract> findLockedById(UUID id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Contract> findFirstLockedByAgencyIdAndBookingIdAndKindOrderByIssuedAtDescNumberDesc(
      UUID agencyId, UUID bookingId, ContractKind kind);

  /**
   * Locks the contracts of a booking in an order that is always the same, so that nobody
   * dead-locks.
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  List<Contract> findLockedByAgencyIdAndBookingIdOrderById(UUID agencyId, UUID bookingId);
}
