package com.ailuxe.console.live;

import com.ailuxe.board.ConversationFilter;
import com.ailuxe.booking.BookingState;
import com.ailuxe.conversation.Channel;
import com.ailuxe.staff.StaffMember;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows, as its address has it.
 *
 * @param view {@code waiting}, {@code mine} or {@code taken}; anything else is all
 * @param channel {@code whatsapp} or {@code telegram}; anything else is both
 * @param state of a booking, for example {@code held}; anything else is any or none
 * @param q part of the contact's name
 */
public record LiveFilter(
    @Nullable String view, @Nullable String channel, @Nullable String state, @Nullable String q) {
  private static final List<String> VIEWS = List.of("waiting", "mine", "taken");

  /** One filter that can be chosen. */
  public record Choice(String title, String query, boolean chosen) {}

  ConversationFilter asSeenBy(StaffMember staff) {
    return new ConversationFilter(
        "mine".equals(view) ? staff.personName() : null,
        "taken".equals(view),
        "waiting".equals(view),
        constant(Channel.class, channel).orElse(null),
        constant(BookingState.class, state).map(Set::of).orElse(Set.of()),
        q);
  }

  /** The choices of a view and of a channel. */
  public List<Choice> choices() {
    var choices = new ArrayList<Choice>();
    choices.add(choice("All", new LiveFilter(null, channel, state, q), !isView()));
    choices.add(choice("Waiting", with("waiting"), "waiting".equals(view)));
    choices.add(choice("Mine", with("mine"), "mine".equals(view)));
    choices.add(choice("Taken over", with("taken"), "taken".equals(view)));
    for (var each : Channel.values()) {
      var id = each.name().toLowerCase(Locale.ROOT);
      var chosen = id.equals(channel);
      choices.add(
          choice(LiveWords.of(each), new LiveFilter(view, chosen ? null : id, state, q), chosen));
    }
    return choices;
  }

  private boolean isView() {
    return view != null && VIEWS.contains(view);
  }

  private LiveFilter with(String chosen) {
    return new LiveFilter(chosen, channel, state, q);
  }

  private static Choice choice(String title, LiveFilter filter, boolean chosen) {
    return new Choice(title, filter.query(), chosen);
  }

  /** The filter as the part of an address behind the question mark; empty for all. */
  public String query() {
    var fields = new ArrayList<String>();
    put(fields, "view", view);
    put(fields, "channel", channel);
    put(fields, "state", state);
    put(fields, "q", q);
    return fields.isEmpty() ? "" : "?" + String.join("&", fields);
  }

  private static void put(List<String> fields, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      fields.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String name) {
    return Optional.ofNullable(name)
        .flatMap(
            given ->
                List.of(type.getEnumConstants()).stream()
                    .filter(constant -> constant.name().equalsIgnoreCase(given))
                    .findFirst());
  }
}
