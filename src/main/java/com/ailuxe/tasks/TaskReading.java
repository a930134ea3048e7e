package com.ailuxe.tasks;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.booking.Bookings;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.ConversationProfile;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.rendering.Markdown;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Letters;
import com.ailuxe.tasks.TaskEngine.OpenTask;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from the variables of a task whose it is, whom it is about, and why it waits. */
@Component
class TaskReading {
  private static final String CONVERSATION = "conversationId";
  private static final String BOOKING = "bookingId";
  private static final String AGENCY = "agency";
  private static final String SINCE = "waitingSince";

  /** The names of the variables that it reads, beside those in the forms' words. */
  static final Set<String> VARIABLES = Set.of(CONVERSATION, BOOKING, AGENCY, SINCE, "reason");

  /**
   * Why a task waits, by its id in its model; of any other one the reason, if it has a variable for
   * it.
   */
  static final Map<String, String> WHY =
      Map.of(
          "Task_ApproveBooking",
          "{{talentName}}, {{when}}: {{proposedPrice}}",
          "Task_ApproveChange",
          "{{reference}}: {{wanted}}",
          "Task_ConfirmDeposit",
          "{{amount}} for {{reference}}",
          "Task_EnterLegalName",
          "{{reference}} needs a legal name",
          "Task_KeepPromise",
          "{{said}}",
          "Task_FileRequest",
          "{{#if found = true}}{{reference}}{{/if}}");

  private static final String REASON = "{{reason}}";
  private static final String PROBLEM =
      "{{#if problem != null and problem != \"\"}}{{problem}} {{/if}}";
  private static final int LONGEST = 300;

  private final Agencies agencies;
  private final Conversations conversations;
  private final Bookings bookings;
  private final Contacts contacts;

  TaskReading(
      Agencies agencies, Conversations conversations, Bookings bookings, Contacts contacts) {
    this.agencies = agencies;
    this.conversations = conversations;
    this.bookings = bookings;
    this.contacts = contacts;
  }

  TaskFacts of(OpenTask task, Map<String, Object> variables) {
    var booking =
        id(variables, BOOKING, BookingId::parse).flatMap(id -> known(() -> bookings.facts(id)));
    var conversation =
        id(variables, CONVERSATION, ConversationId::parse)
            .or(() -> booking.map(facts -> facts.conversation()))
            .flatMap(id -> known(() -> conversations.profile(id)));
    return new TaskFacts(
        conversation
            .map(ConversationProfile::agencyId)
            .or(() -> booking.map(facts -> facts.agency()))
            .orElseGet(() -> ofNoCase(variables)),
        conversation.map(ConversationProfile::id).orElse(null),
        booking.map(facts -> facts.id()).orElse(null),
        conversation
            .map(profile -> contacts.profile(profile.contactId()).displayName())
            .orElse(null),
        why(task, variables),
        since(task, variables));
  }

  /** A task that is about nobody yet belongs to the agency that it names, or to the only one. */
  private @Nullable AgencyId ofNoCase(Map<String, Object> variables) {
    if (variables.get(AGENCY) instanceof String slug) {
      return agencies.named(slug).map(AgencyProfile::id).orElse(null);
    }
    var all = agencies.all();
    return all.size() == 1 ? all.getFirst().id() : null;
  }

  private static String why(OpenTask task, Map<String, Object> variables) {
    var words =
        Markdown.words(
            FormTemplate.fill(PROBLEM + WHY.getOrDefault(task.taskId(), REASON), variables));
    return words.length() <= LONGEST ? words : Letters.beginning(words, LONGEST) + "…";
  }

  private static Instant since(OpenTask task, Map<String, Object> variables) {
    if (variables.get(SINCE) instanceof String text) {
      try {
        var since = DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(text, Instant::from);
        return since.isBefore(task.createdAt()) ? since : task.createdAt();
      } catch (DateTimeParseException e) {
        return task.createdAt();
      }
    }
    return task.createdAt();
  }

  private static <T> Optional<T> id(
      Map<String, Object> variables, String name, Function<String, T> parser) {
    try {
      return variables.get(name) instanceof String text
          ? Optional.of(parser.apply(text))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> known(Supplier<T> found) {
    try {
      return Optional.of(found.get());
    } catch (NoSuchElementException e) {
      return Optional.empty();
    }
  }
}
