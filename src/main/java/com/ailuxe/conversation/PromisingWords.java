package com.ailuxe.conversation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a contact is promised that one of us will do something. Whoever wrote them,
 * the rules, a language model or a person: they are read in {@value #WORDS}, in seven languages.
 */
public final class PromisingWords {
  private static final String WORDS = "promising-words.properties";
  private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?\u2026\u061F;\u061B])\\s+|\\R");
  private static final List<Language> LANGUAGES = languages();

  private PromisingWords() {}

  private record Language(List<Pattern> promises, @Nullable Pattern unless, Pattern question) {
    boolean promisesIn(String sentence) {
      return !question.matcher(sentence).find()
          && promises.stream().anyMatch(words -> isSaidAtOnce(words, sentence));
    }

    /** Whether the words promise it now, and not only once the contact has said something. */
    private boolean isSaidAtOnce(Pattern words, String sentence) {
      var said = words.matcher(sentence);
      if (!said.find()) {
        return false;
      }
      var condition = unless == null ? null : unless.matcher(sentence);
      return condition == null || !condition.find() || condition.start() > said.end();
    }
  }

  /** The sentences of a text that promise something; empty where none does. */
  public static Optional<String> in(String text) {
    var found =
        SENTENCES
            .splitAsStream(text)
            .map(String::strip)
            .filter(
                sentence -> LANGUAGES.stream().anyMatch(language -> language.promisesIn(sentence)))
            .collect(Collectors.joining(" "));
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static List<Language> languages() {
    var words = words();
    return words.stringPropertyNames().stream()
        .map(key -> key.substring(0, key.indexOf('.')))
        .distinct()
        .map(language -> language(language, words))
        .toList();
  }

  /** A question of Greek ends with what is a semicolon elsewhere. */
  private static Language language(String language, Properties words) {
    var promises =
        Stream.of("people", "doing")
            .map(kind -> pattern(words.getProperty(language + "." + kind)))
            .filter(Objects::nonNull)
            .toList();
    return new Language(
        promises,
        pattern(words.getProperty(language + ".unless")),
        Pattern.compile(language.equals("el") ? "[?;\u037E]$" : "[?\u061F]$"));
  }

  private static @Nullable Pattern pattern(@Nullable String words) {
    return words == null
        ? null
        : Pattern.compile(
            words,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  private static Properties words() {
    var words = new Properties();
    try (var file = PromisingWords.class.getResourceAsStream(WORDS)) {
      words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
