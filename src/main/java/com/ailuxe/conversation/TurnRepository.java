package com.ailuxe.conversation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface TurnRepository extends JpaRepository<Turn, UUID> {
  @Query(
      """
      select t from Turn t where t.conversationId = :conversationId
        and t.state in (com.ailuxe.conversation.TurnState.COLLECTED,
          com.ailuxe.conversation.TurnState.DRAFTED)""")
  Optional<Turn> open(UUID conversationId);

  default Optional<Turn> openIn(ConversationId id) {
    return open(id.value());
  }
}
