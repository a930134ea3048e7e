package com.ailuxe.conversation;

import com.ailuxe.shared.ConversationId;
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

  @Query(
      """
      select t from Turn t where t.conversationId = :conversationId
        and t.state = com.ailuxe.conversation.TurnState.PRESSED""")
  Optional<Turn> pressed(UUID conversationId);

  /** The turn of a button that was pressed and is not carried out yet. */
  default Optional<Turn> pressedIn(ConversationId id) {
    return pressed(id.value());
  }

  /** The turn of what was written and is not answered yet. */
  default Optional<Turn> openIn(ConversationId id) {
    return open(id.value());
  }
}
