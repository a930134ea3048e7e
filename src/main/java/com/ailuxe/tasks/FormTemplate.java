package com.ailuxe.tasks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of forms: one that begins with = is an expression, any other may hold {@code
 * {{values}}}, {@code {{#if condition}}..{{/if}}} and {@code {{#loop list}}..{{/loop}}}.
 */
final class FormTemplate {
  private static final Pattern TAG =
      Pattern.compile("\\{\\{\\s*(#if|#loop|/if|/loop)?\\s*([^}]*?)\\s*}}");

  private FormTemplate() {}

  static String fill(String text, Map<String, ?> values) {
    if (text.startsWith("=")) {
      return shown(Feel.evaluate(text.substring(1), values));
    }
    var filled = new StringBuilder();
    fill(text, 0, values, filled);
    return filled.toString();
  }

  /** The names of the values that a text may show. */
  static Set<String> names(String text) {
    if (text.startsWith("=")) {
      return Feel.names(text.substring(1));
    }
    var names = new HashSet<String>();
    TAG.matcher(text).results().forEach(tag -> names.addAll(Feel.names(tag.group(2))));
    return names;
  }

  /**
   * Fills from a place on until the part that begins there is over.
   *
   * @param filled where it is written; null for a part that is left out
   * @return where the part ends
   */
  private static int fill(
      String text, int begin, Map<String, ?> values, @Nullable StringBuilder filled) {
    var tags = TAG.matcher(text);
    var place = begin;
    while (tags.find(place)) {
      append(filled, text.substring(place, tags.start()));
      place = tags.end();
      var kind = tags.group(1);
      if (kind == null) {
        if (filled != null) {
          filled.append(shown(Feel.evaluate(tags.group(2), values)));
        }
      } else if (kind.startsWith("/")) {
        return place;
      } else {
        place = part(kind, tags.group(2), text, place, values, filled);
      }
    }
    append(filled, text.substring(place));
    return text.length();
  }

  private static int part(
      String kind,
      String expression,
      String text,
      int begin,
      Map<String, ?> values,
      @Nullable StringBuilder filled) {
    var value = filled == null ? null : Feel.evaluate(expression, values);
    if (kind.equals("#if")) {
      return fill(text, begin, values, Boolean.TRUE.equals(value) ? filled : null);
    }
    if (value instanceof List<?> items) {
      items.forEach(item -> fill(text, begin, within(values, item), filled));
    }
    return fill(text, begin, values, null);
  }

  private static Map<String, Object> within(Map<String, ?> values, Object item) {
    var inner = new HashMap<String, Object>(values);
    inner.put("this", item);
    if (item instanceof Map<?, ?> fields) {
      fields.forEach((name, value) -> inner.put(String.valueOf(name), value));
    }
    return inner;
  }

  private static void append(@Nullable StringBuilder filled, String text) {
    if (filled != null) {
      filled.append(text);
    }
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
