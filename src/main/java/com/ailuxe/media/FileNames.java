package com.ailuxe.media;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Makes names of files what they look like: they end as the content does, and hold nothing that a
 * screen draws elsewhere or a computer reads as more than a name.
 */
final class FileNames {
  private static final int LONGEST_STEM = 100;

  /** Control and format characters (those that turn the direction of writing are among them). */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  /** What a path, a shell or Windows reads as something else. */
  private static final Pattern NOT_FOR_NAMES = Pattern.compile("[:*?\"<>|%`$;&{}]");

  private static final Pattern AROUND =
      Pattern.compile("^[\\s.~-]+|[\\s.]+$", Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern ENDING =
      Pattern.compile("\\.[\\p{L}\\p{N}_-]{0,9}\\p{L}[\\p{L}\\p{N}_-]{0,9}$");

  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  private final ContentTypes types;

  FileNames(ContentTypes types) {
    this.types = types;
  }

  /**
   * @param given by the sender, if any
   * @param type what the content was found to be
   */
  String of(@Nullable String given, String type) {
    var name = given == null ? "" : cleaned(given);
    var ending = ENDING.matcher(name);
    if (ending.find()) {
      if (types.endings(type).contains(ending.group().toLowerCase(Locale.ROOT))) {
        return stem(name.substring(0, ending.start())) + ending.group();
      }
      name = name.substring(0, ending.start());
    }
    return stem(name) + types.ending(type);
  }

  private static String cleaned(String given) {
    var visible =
        Normalizer.normalize(INVISIBLE.matcher(given).replaceAll(""), Normalizer.Form.NFC);
    var name = visible.substring(Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')) + 1);
    return trimmed(NOT_FOR_NAMES.matcher(name).replaceAll("_"));
  }

  private static String stem(String name) {
    var stem = trimmed(name);
    if (stem.codePointCount(0, stem.length()) > LONGEST_STEM) {
      stem = trimmed(stem.substring(0, stem.offsetByCodePoints(0, LONGEST_STEM)));
    }
    if (!StringUtils.hasText(stem)) {
      return "file";
    }
    return DEVICE.matcher(stem).matches() ? "_" + stem : stem;
  }

  private static String trimmed(String name) {
    return AROUND.matcher(name).replaceAll("");
  }
}
