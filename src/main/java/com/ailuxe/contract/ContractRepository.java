package com.ailuxe.contract;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface ContractRepository extends JpaRepository<Contract, UUID> {
  Optional<Contract> findFirstByAgencyIdAndBookingIdOrderByIssuedAtDescNumberDesc(
      UUID agencyId, UUID bookingId);

  Optional<Contract> findFirstByAgencyIdAndConversationIdAndStateOrderBySentAtDesc(
      UUID agencyId, UUID conversationId, ContractState state);

  /** Whoever comes second waits, and then sees what the first one did. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Contract> findLockedById(UUID id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Contract> findFirstLockedByAgencyIdAndBookingIdAndKindOrderByIssuedAtDescNumberDesc(
      UUID agencyId, UUID bookingId, ContractKind kind);

  /** In an order that is always the same, so that nobody dead-locks. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  List<Contract> findLockedByAgencyIdAndBookingIdOrderById(UUID agencyId, UUID bookingId);
}
