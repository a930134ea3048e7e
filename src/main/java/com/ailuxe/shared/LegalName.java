package com.ailuxe.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name by which a person or a company is party to a contract: in plain letters, in one line,
 * without pictures. What has no letters to speak of, and what leads somewhere, is no name.
 */
public record LegalName(@JsonValue String value) {
  /** The longest name, in characters. */
  public static final int MAX_LENGTH = 200;

  private static final int FEWEST_LETTERS = 2;

  /** Pictures, controls, marks of direction; a joiner within a word is an orthography's. */
  private static final Pattern NO_PART_OF_A_NAME =
      Pattern.compile("[\\p{S}\\p{C}&&[^+\\u200C\\s]]|[<>{}\\[\\]|\\\\_*#=~^`]");

  private static final Pattern AROUND =
      Pattern.compile("^[\\s\\p{P}\\p{M}\\u200C+]+|[\\s\\u200C+\\p{P}&&[^.)]]+$");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern ADDRESS = Pattern.compile("(?i)@|://|\\bwww\\.");

  /**
   * @throws IllegalArgumentException when it is no name that a contract can have
   */
  @JsonCreator
  public LegalName {
    value = tidy(value);
    if (!isUsable(value)) {
      throw new IllegalArgumentException("Not a name that a contract can have");
    }
  }

  /** Empty when it is no name that a contract can have. */
  public static Optional<LegalName> of(@Nullable String text) {
    return text != null && isUsable(tidy(text))
        ? Optional.of(new LegalName(text))
        : Optional.empty();
  }

  /** Empty when it leads somewhere. */
  private static String tidy(String text) {
    var plain = Letters.plain(text);
    if (ADDRESS.matcher(plain).find()) {
      return "";
    }
    var line = SPACE.matcher(NO_PART_OF_A_NAME.matcher(plain).replaceAll(" ")).replaceAll(" ");
    return Letters.composed(AROUND.matcher(line).replaceAll(""));
  }

  private static boolean isUsable(String name) {
    var letters = name.codePoints().filter(Character::isLetter).count();
    var digits = name.codePoints().filter(Character::isDigit).count();
    return letters >= FEWEST_LETTERS && letters > digits && name.length() <= MAX_LENGTH;
  }

  @Override
  public String toString() {
    return value;
  }
}
