package com.ailuxe.conversation;

import jakarta.persistence.LockModeType;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ConversationRepository extends JpaRepository<Conversation, UUID> {
  /** Serialises everything that decides about a conversation's turn. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Conversation c where c.id = :id")
  Optional<Conversation> lock(UUID id);

  /** The same, without reading the turn before it is safe to. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select c from Conversation c
      where c.id = (select t.conversationId from Turn t where t.id = :turnId)""")
  Optional<Conversation> lockOf(UUID turnId);

  /** Who took over has become known. */
  @Modifying
  @Query(
      """
      update versioned Conversation c set c.handlerName = :name
      where c.handlerDecisionId = :decision""")
  void signed(UUID decision, String name);

  /**
   * @throws NoSuchElementException when there is no such conversation
   */
  default Conversation locked(ConversationId id) {
    return lock(id.value()).orElseThrow(() -> new NoSuchElementException("No conversation " + id));
  }
}
