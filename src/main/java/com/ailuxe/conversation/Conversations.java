package com.ailuxe.conversation;

import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The conversations and who answers in them. */
@Service
@Transactional
public class Conversations {
  private final ConversationRepository repository;

  Conversations(ConversationRepository repository) {
    this.repository = repository;
  }

  /**
   * @throws NoSuchElementException when there is no such conversation
   */
  @Transactional(readOnly = true)
  public ConversationProfile profile(ConversationId id) {
    return repository
        .findById(id.value())
        .orElseThrow(() -> new NoSuchElementException("No conversation " + id))
        .profile();
  }

  /** A person answers from now on; drafts under way become void. */
  public void takeOver(ConversationId id) {
    locked(id).takeOver();
  }

  /** The concierge answers again. */
  public void handBack(ConversationId id) {
    locked(id).handBack();
  }

  private Conversation locked(ConversationId id) {
    return repository
        .lock(id.value())
        .orElseThrow(() -> new NoSuchElementException("No conversation " + id));
  }
}
