package com.ailuxe.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface TurnRepository extends JpaRepository<Turn, UUID> {
  Optional<Turn> findByConversationIdAndStateIn(UUID conversationId, List<TurnState> states);

  default Optional<Turn> openIn(ConversationId id) {
    return findByConversationIdAndStateIn(
        id.value(), List.of(TurnState.COLLECTED, TurnState.DRAFTED));
  }
}
