package com.ailuxe.simulator;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns marked-up text into what the phone shows, refusing markup that Telegram refuses. */
final class TelegramText {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z-]*)([^>]*)>");
  private static final Set<String> TAGS =
      Set.of(
          "b",
          "strong",
          "i",
          "em",
          "u",
          "ins",
          "s",
          "strike",
          "del",
          "a",
          "code",
          "pre",
          "span",
          "tg-spoiler",
          "tg-emoji",
          "blockquote");
  private static final String RESERVED = "_*[]()~`>#+-=|{}.!";
  private static final String RESERVED_ALONE = "()>#+-=|{}.!";

  private TelegramText() {}

  static String plain(String text, @Nullable String parseMode) {
    return switch (parseMode == null ? "" : parseMode.toLowerCase(Locale.ROOT)) {
      case "" -> text;
      case "html" -> html(text);
      case "markdownv2" -> markdown(text);
      case "markdown" -> text.replaceAll("[*_`]", "");
      default -> throw TelegramError.badRequest("unsupported parse_mode");
    };
  }

  private static String html(String text) {
    var open = new ArrayDeque<String>();
    var plain = new StringBuilder();
    var tag = TAG.matcher(text);
    var from = 0;
    while (tag.find()) {
      plain.append(unescaped(text, from, tag.start()));
      var name = tag.group(2).toLowerCase(Locale.ROOT);
      if (!TAGS.contains(name)) {
        throw cannotParse("Unsupported start tag \"" + name + "\" at byte offset " + tag.start());
      }
      if (tag.group(1).isEmpty()) {
        open.push(name);
      } else if (open.isEmpty() || !open.pop().equals(name)) {
        throw cannotParse("Unmatched end tag at byte offset " + tag.start());
      }
      from = tag.end();
    }
    if (!open.isEmpty()) {
      throw cannotParse("Can't find end tag corresponding to start tag \"" + open.peek() + "\"");
    }
    return plain.append(unescaped(text, from, text.length())).toString();
  }

  private static String unescaped(String text, int from, int to) {
    var part = text.substring(from, to);
    if (part.contains("<")) {
      throw cannotParse("Unsupported start tag \"\" at byte offset " + (from + part.indexOf('<')));
    }
    return part.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  private static String markdown(String text) {
    var links = text.replaceAll("\\[([^]]*)]\\((?:[^)\\\\]|\\\\.)*\\)", "$1");
    var plain = new StringBuilder();
    for (var i = 0; i < links.length(); i++) {
      var letter = links.charAt(i);
      if (letter == '\\' && i + 1 < links.length()) {
        plain.append(links.charAt(++i));
      } else if (RESERVED_ALONE.indexOf(letter) >= 0) {
        throw cannotParse(
            "Character '" + letter + "' is reserved and must be escaped with the preceding '\\'");
      } else if (RESERVED.indexOf(letter) < 0) {
        plain.append(letter);
      }
    }
    return plain.toString();
  }

  private static ProviderDesk.Declined cannotParse(String why) {
    return TelegramError.badRequest("can't parse entities: " + why);
  }
}
