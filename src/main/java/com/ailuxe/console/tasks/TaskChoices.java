package com.ailuxe.console.tasks;

import com.ailuxe.tasks.TaskFilter;
import com.ailuxe.tasks.TaskFilter.Whose;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What the list shows, as its address has it.
 *
 * @param whose {@code mine} or {@code nobody}; anything else is all
 * @param kind the id of the tasks of one kind in their model; empty for all kinds
 */
public record TaskChoices(@Nullable String whose, @Nullable String kind) {
  /** One choice. */
  public record Choice(String title, String query, boolean chosen, int count) {}

  TaskFilter filter() {
    return new TaskFilter(holders(), null, kindId());
  }

  Whose holders() {
    return switch (whose == null ? "" : whose) {
      case "mine" -> Whose.MINE;
      case "nobody" -> Whose.NOBODY;
      default -> Whose.ANYBODY;
    };
  }

  @Nullable String kindId() {
    return kind == null || kind.isBlank() ? null : kind;
  }

  TaskChoices with(Whose other) {
    return new TaskChoices(
        other == Whose.ANYBODY ? null : other.name().toLowerCase(Locale.ROOT), kind);
  }

  TaskChoices withKind(@Nullable String other) {
    return new TaskChoices(whose, other);
  }

  /** The part of an address behind the path; empty for all. */
  public String query() {
    var query = new ArrayList<String>();
    if (holders() != Whose.ANYBODY) {
      query.add("whose=" + holders().name().toLowerCase(Locale.ROOT));
    }
    var chosen = kindId();
    if (chosen != null) {
      query.add("kind=" + UriUtils.encode(chosen, StandardCharsets.UTF_8));
    }
    return query.isEmpty() ? "" : "?" + String.join("&", query);
  }
}
