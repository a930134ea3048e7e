package com.ailuxe.concierge.model;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.TurnContext;
import com.ailuxe.concierge.TurnContext.Line;
import com.ailuxe.rendering.Templates;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the question to the language model. All that people wrote goes in as JSON within one block
 * of data, where no character can end the block.
 */
public final class DraftPrompt {
  private static final int LINES = 30;
  private static final int LINE = 4000;
  private static final int MESSAGES = 20_000;

  /** Unlike what is kept, this says what is not known, so that the model does not fill it in. */
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Templates templates;

  public DraftPrompt(Templates templates) {
    this.templates = templates;
  }

  /** What the model shall do; nothing that a contact wrote is in it. */
  String instructions(String format) {
    return templates.prompt("draft-reply-system", Map.of("format", format));
  }

  /** The turn. */
  public String question(TurnContext turn) {
    return templates.prompt("draft-reply", Map.of("data", data(turn)));
  }

  private static String data(TurnContext turn) {
    var data = new LinkedHashMap<String, @Nullable Object>();
    data.put("agency", turn.agency().name());
    data.put("currency", turn.agency().currency().getCurrencyCode());
    data.put("offers", turn.agency().offers());
    data.put("contactName", turn.contactName());
    data.put("locale", turn.locale().toLanguageTag());
    data.put("now", turn.now().toLocalDateTime().withNano(0).toString());
    data.put("weekday", turn.now().getDayOfWeek().toString());
    data.put("contactZone", turn.now().getZone().getId());
    data.put("knownBooking", known(turn.known()));
    data.put("openBookings", turn.bookings().stream().map(DraftPrompt::active).toList());
    data.put("openContract", turn.contractNumber());
    data.put("legalName", text(turn.party().name()));
    data.put("legalNameAsked", turn.party().asked());
    data.put("transcript", transcript(turn));
    data.put("messages", messages(turn));
    try {
      return JSON.writerWithDefaultPrettyPrinter()
          .writeValueAsString(data)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A turn cannot be written as JSON", e);
    }
  }

  private static Map<String, @Nullable Object> active(TurnContext.Booking booking) {
    var active = new LinkedHashMap<String, @Nullable Object>();
    active.put("reference", booking.reference());
    active.put("state", booking.state());
    active.putAll(known(booking.details()));
    return active;
  }

  private static Map<String, @Nullable Object> known(BookingFields known) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("talent", known.talent());
    fields.put("start", text(known.start()));
    fields.put("end", text(known.end()));
    fields.put("zone", text(known.zone()));
    fields.put("place", known.place());
    fields.put("guests", known.guests());
    fields.put("budget", text(known.budget()));
    return fields;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static List<Map<String, String>> transcript(TurnContext turn) {
    var lines = turn.transcript();
    return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
        .map(
            line ->
                Map.of(
                    "author", line.author().name(),
                    "at", at(turn, line).toLocalDateTime().toString(),
                    "text", cut(line.text(), LINE)))
        .toList();
  }

  private static List<Map<String, Object>> messages(TurnContext turn) {
    return turn.messages().stream().map(message -> message(turn, message)).toList();
  }

  private static Map<String, Object> message(TurnContext turn, Line message) {
    var written = new LinkedHashMap<String, Object>();
    written.put("at", at(turn, message).toLocalDateTime().toString());
    written.put("weekday", at(turn, message).getDayOfWeek().toString());
    if (message.quotes() != null) {
      written.put("about", cut(message.quotes(), LINE));
    }
    if (message.corrects()) {
      written.put("corrects", true);
    }
    written.put("text", cut(message.text(), MESSAGES / turn.messages().size()));
    return written;
  }

  private static ZonedDateTime at(TurnContext turn, Line line) {
    return line.at().atZone(turn.now().getZone()).withNano(0);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + " [cut]";
  }
}
