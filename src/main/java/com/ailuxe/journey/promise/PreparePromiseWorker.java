package com.ailuxe.journey.promise;

import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.conversation.PromiseContent.Undelivered;
import com.ailuxe.conversation.PromiseId;
import com.ailuxe.conversation.Promises;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.FormText;
import com.ailuxe.journey.form.FormWords;
import com.ailuxe.journey.form.Transcript;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** Lays out what a person needs to keep a promise: the question, the words, the newest lines. */
@Component
public class PreparePromiseWorker {
  private final Promises promises;
  private final Contacts contacts;

  PreparePromiseWorker(Promises promises, Contacts contacts) {
    this.promises = promises;
    this.contacts = contacts;
  }

  public record Prepared(Promise promise) {}

  /**
   * @param question what the contact had asked
   * @param said what the contact was promised that one of us will do, or what did not get to them
   * @param undelivered why it did not get to them; empty where it did
   */
  public record Promise(
      String contactName,
      String channel,
      String question,
      String said,
      String undelivered,
      String transcript) {}

  @JobWorker(type = JobTypes.PREPARE_PROMISE)
  public Prepared handle(@Variable String promiseId) {
    var promise = promises.content(PromiseId.parse(promiseId));
    var conversation = promise.conversation();
    var contactName = contacts.profile(conversation.contactId()).displayName();
    return new Prepared(
        new Promise(
            FormText.line(contactName),
            FormWords.channel(conversation.channel()),
            Transcript.of(promise.question(), contactName),
            FormText.line(promise.said()),
            promise.undelivered().map(PreparePromiseWorker::why).orElse(""),
            Transcript.of(promise.lines(), contactName)));
  }

  private static String why(Undelivered undelivered) {
    return undelivered.state() == DeliveryState.WAITING_FOR_TEMPLATE
        ? "WhatsApp takes free words only within 24 hours of their last message; they go by"
            + " themselves once they have written again"
        : "The messenger refused it: " + FormText.line(undelivered.reason());
  }
}
