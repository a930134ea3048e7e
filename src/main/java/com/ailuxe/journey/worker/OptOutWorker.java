package com.ailuxe.journey.worker;

import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.ConversationId;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.journey.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** The contact wants no more reminders and news. */
@Component
public class OptOutWorker {
  private final Conversations conversations;
  private final Contacts contacts;

  OptOutWorker(Conversations conversations, Contacts contacts) {
    this.conversations = conversations;
    this.contacts = contacts;
  }

  @JobWorker(type = JobTypes.OPT_OUT)
  public void handle(@Variable String conversationId) {
    contacts.optOut(conversations.profile(ConversationId.parse(conversationId)).contactId());
  }
}
