package com.ailuxe.journey.worker;

import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.ConversationId;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.conversation.TurnId;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.rendering.MessageTemplate;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** The contact wants reminders and news again. */
@Component
public class OptInWorker {
  private final Conversations conversations;
  private final Contacts contacts;
  private final ContactLines lines;

  OptInWorker(Conversations conversations, Contacts contacts, ContactLines lines) {
    this.conversations = conversations;
    this.contacts = contacts;
    this.lines = lines;
  }

  @JobWorker(type = JobTypes.OPT_IN)
  public void handle(@Variable String conversationId, @Variable String turnId) {
    contacts.optIn(conversations.profile(ConversationId.parse(conversationId)).contactId());
    lines.confirm(TurnId.parse(turnId), MessageTemplate.OPTED_IN);
  }
}
