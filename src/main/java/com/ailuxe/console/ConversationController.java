package com.ailuxe.console;

import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.AnsweredBy;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.ConversationProfile;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.conversation.Handovers;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.WrittenLine;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.IdAsText;
import com.ailuxe.shared.Letters;
import com.ailuxe.shared.MessageId;
import com.ailuxe.staff.StaffMember;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The conversations of an agency, and who answers in them. Who says something about one tells the
 * epoch that was seen, and is refused when there is something newer.
 */
@RestController
@RequestMapping("/api/conversations")
class ConversationController {
  private static final int LATEST = 50;

  private final Conversations conversations;
  private final Handovers handovers;
  private final Contacts contacts;

  ConversationController(Conversations conversations, Handovers handovers, Contacts contacts) {
    this.conversations = conversations;
    this.handovers = handovers;
    this.contacts = contacts;
  }

  /**
   * @param handlerName null while the concierge answers, and for one whom only the phone knows
   * @param handlerSince null while nobody has taken over yet
   */
  record Summary(
      @IdAsText ConversationId id,
      String contact,
      Channel channel,
      AnsweredBy handler,
      @Nullable String handlerName,
      @Nullable Instant handlerSince,
      long epoch) {}

  /**
   * @param quotes the words that it answers, if it names any
   * @param corrects whether it replaces words of before
   * @param takenBack whether the contact has deleted it
   * @param state how far it got; null for what did not leave from here
   */
  record Line(
      Author author,
      String text,
      Instant at,
      @Nullable String quotes,
      boolean corrects,
      boolean takenBack,
      @Nullable DeliveryState state,
      @Nullable String reason) {}

  record Details(Summary conversation, List<Line> lines) {}

  record Seen(@NotNull Long epoch) {}

  record NewMessage(
      @NotBlank @Size(max = OutboundContent.MAX_TEXT_LENGTH) @Pattern(regexp = "[^\\x00]*")
          String text,
      @NotNull Long epoch) {
    /** Keeps the text in the letters in which it is sent, which may be more of them. */
    NewMessage {
      text = Letters.composed(Objects.requireNonNullElse(text, ""));
    }
  }

  record Queued(@IdAsText MessageId id, Summary conversation) {}

  @GetMapping
  List<Summary> latest(@AuthenticationPrincipal StaffMember staff) {
    return conversations.latest(staff.agency(), LATEST).stream().map(this::summary).toList();
  }

  @GetMapping("/{id}")
  Details details(@AuthenticationPrincipal StaffMember staff, @PathVariable ConversationId id) {
    return new Details(
        summary(staff, id),
        conversations.lines(id).stream().map(ConversationController::line).toList());
  }

  @PostMapping(path = "/{id}/takeover", consumes = MediaType.APPLICATION_JSON_VALUE)
  Summary takeOver(@AuthenticationPrincipal StaffMember staff, @PathVariable ConversationId id) {
    handovers.takeOver(staff.agency(), id, staff.personName());
    return summary(staff, id);
  }

  @PostMapping(path = "/{id}/hand-back", consumes = MediaType.APPLICATION_JSON_VALUE)
  Summary handBack(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable ConversationId id,
      @Valid @RequestBody Seen seen) {
    handovers.handBack(staff.agency(), id, staff.personName(), seen.epoch());
    return summary(staff, id);
  }

  @PostMapping(path = "/{id}/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
  Queued write(
      @AuthenticationPrincipal StaffMember staff,
      @PathVariable ConversationId id,
      @RequestHeader("Idempotency-Key") @NotBlank @Size(max = 200) String key,
      @Valid @RequestBody NewMessage words) {
    var message =
        handovers.write(
            staff.agency(),
            id,
            staff.personName(),
            OutboundContent.text(words.text().strip()),
            words.epoch(),
            key);
    return new Queued(message, summary(staff, id));
  }

  private Summary summary(StaffMember staff, ConversationId id) {
    return conversations
        .of(staff.agency(), id)
        .map(this::summary)
        .orElseThrow(() -> new NoSuchElementException("No conversation " + id));
  }

  private Summary summary(ConversationProfile conversation) {
    return new Summary(
        conversation.id(),
        contacts.profile(conversation.contactId()).displayName(),
        conversation.channel(),
        conversation.handler(),
        conversation.handlerName(),
        conversation.handlerSince(),
        conversation.epoch());
  }

  private static Line line(WrittenLine written) {
    var line = written.line();
    var quotes = line.quotes();
    return new Line(
        line.author(),
        line.text(),
        line.at(),
        quotes == null ? null : quotes.text(),
        line.corrects(),
        line.takenBack(),
        written.state(),
        written.reason());
  }
}
