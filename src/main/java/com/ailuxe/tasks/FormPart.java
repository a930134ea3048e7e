package com.ailuxe.tasks;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a form, as it is shown.
 *
 * @param id within the form
 * @param key by which its value is given back; empty for a part that has none
 * @param label may be empty
 * @param description may be empty
 * @param html of a text, safe in a page; empty for every other part
 * @param values as they stand in it now: none, one, or of a checklist several
 * @param options from which one chooses
 * @param steers whether what is shown depends on its value
 * @param suffix behind its value, such as a currency; may be empty
 * @param columns of sixteen
 * @param problem why its value is not taken; null where it is
 */
public record FormPart(
    Kind kind,
    String id,
    String key,
    String label,
    String description,
    String html,
    List<String> values,
    List<Option> options,
    boolean required,
    boolean readonly,
    boolean steers,
    Limits limits,
    String suffix,
    int columns,
    @Nullable String problem) {
  public FormPart {
    values = List.copyOf(values);
    options = List.copyOf(options);
  }

  /** The value of a part that has one at most; empty where it has none. */
  public String value() {
    return values.isEmpty() ? "" : values.getFirst();
  }

  public boolean has(String value) {
    return values.contains(value);
  }

  /** How a part is shown and filled in. */
  public enum Kind {
    TEXT,
    SEPARATOR,
    LINE,
    BOX,
    NUMBER,
    CHECKBOX,
    RADIO,
    SELECT,
    CHECKLIST,
    DATE,
    TIME,
    DATE_TIME,
    /** A part that only Tasklist can show. */
    ELSEWHERE
  }

  public record Option(String label, String value) {}

  /**
   * What a value may be; null where there is no limit.
   *
   * @param step between two numbers, such as 0.01
   */
  public record Limits(
      @Nullable Integer minLength,
      @Nullable Integer maxLength,
      @Nullable String pattern,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      @Nullable BigDecimal step) {
    static final Limits NONE = new Limits(null, null, null, null, null, null);
  }
}
