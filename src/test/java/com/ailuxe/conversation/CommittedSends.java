package com.ailuxe.conversation;

import com.ailuxe.shared.MessageId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.event.TransactionalEventListener;

/** What listeners after the commit would hear of sends whose outcome is unknown. */
public class CommittedSends {
  private final List<Object> heard = new CopyOnWriteArrayList<>();

  @TransactionalEventListener
  void leftUnknown(SendLeftUnknown event) {
    heard.add(event);
  }

  @TransactionalEventListener
  void resolved(UnknownSendResolved event) {
    heard.add(event);
  }

  public void forget() {
    heard.clear();
  }

  public List<Object> of(MessageId id) {
    return heard.stream().filter(event -> attempt(event).messageId().equals(id)).toList();
  }

  private static SendAttempt attempt(Object event) {
    return switch (event) {
      case SendLeftUnknown send -> send.attempt();
      case UnknownSendResolved resolved -> resolved.attempt();
      default -> throw new IllegalArgumentException("Not an event of a send: " + event);
    };
  }
}
