package com.ailuxe.journey.unknownsend;

import com.ailuxe.agency.Agencies;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.SendAttempt;
import com.ailuxe.conversation.UnknownSend;
import com.ailuxe.conversation.UnknownSends;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.FormText;
import com.ailuxe.journey.form.FormWords;
import com.ailuxe.journey.form.Transcript;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lays out what a person needs to say what became of a message: the message, when it was tried, the
 * lines around it, what is known.
 */
@Component
public class PrepareUnknownSendWorker {
  private static final Pattern EXCEPTION = Pattern.compile("[\\w.$]+(Exception|Error)\\b");

  private final UnknownSends sends;
  private final Agencies agencies;
  private final Contacts contacts;

  PrepareUnknownSendWorker(UnknownSends sends, Agencies agencies, Contacts contacts) {
    this.sends = sends;
    this.agencies = agencies;
    this.contacts = contacts;
  }

  public record Prepared(Send unknownSend) {}

  /**
   * @param triedAt on the agency's clock
   * @param useless empty while the message is of use
   */
  public record Send(
      String contactName,
      String channel,
      String text,
      String triedAt,
      int attempts,
      String reason,
      String useless,
      String transcript) {}

  @JobWorker(type = JobTypes.PREPARE_UNKNOWN_SEND)
  public Prepared handle(@Variable String sendAttempt) {
    var send = sends.of(SendAttempt.parse(sendAttempt).messageId());
    var conversation = send.conversation();
    var contactName = contacts.profile(conversation.contactId()).displayName();
    var zone = agencies.profile(conversation.agencyId()).zone();
    return new Prepared(
        new Send(
            FormText.line(contactName),
            FormWords.channel(conversation.channel()),
            text(send),
            send.triedAt() == null ? "not known" : FormWords.time(send.triedAt(), zone),
            send.attempts(),
            known(send.reason()),
            FormText.line(send.useless()),
            Transcript.of(send, contactName)));
  }

  /** An exception of ours is for the log: people read what it means. */
  private static String known(@Nullable String reason) {
    return reason != null && EXCEPTION.matcher(reason).lookingAt()
        ? "the call broke off before the messenger had answered"
        : FormText.line(reason);
  }

  private static String text(UnknownSend send) {
    return send.fileName() == null
        ? send.message().text()
        : send.message().text() + "\n[" + FormText.plainLine(send.fileName()) + "]";
  }
}
