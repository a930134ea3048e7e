package com.ailuxe.journey.worker;

import com.ailuxe.conversation.ConversationId;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.journey.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** The contact asked for a person: from now on one answers. */
@Component
public class HandOverWorker {
  private final Conversations conversations;

  HandOverWorker(Conversations conversations) {
    this.conversations = conversations;
  }

  @JobWorker(type = JobTypes.HAND_OVER)
  public void handle(@Variable String conversationId) {
    conversations.takeOver(ConversationId.parse(conversationId));
  }
}
